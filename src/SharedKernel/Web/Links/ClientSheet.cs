using System.Security.Cryptography;
using System.Text;

namespace Billing.Web;

/// <summary>How pages for clients look: one narrow column, light or dark as the reader's machine is. It lies in the page, and the page's policy names its hash.</summary>
public static class ClientSheet
{
    /// <summary>The style, with which a page brings its own.</summary>
    public const string Css = """
        :root{color-scheme:light dark;--back:#f4f5f7;--sheet:#fff;--ink:#1c2430;--soft:#55606e;--line:#d9dee5;--press:#1d4ed8;--on-press:#fff;--warn:#a12a12;--warn-back:#fdefea;--good:#17603a;--good-back:#e4f4ea}
        @media(prefers-color-scheme:dark){:root{--back:#10141a;--sheet:#191f27;--ink:#e8ecf1;--soft:#a5b0bd;--line:#333c48;--press:#8ab4ff;--on-press:#0d1420;--warn:#ffab91;--warn-back:#35201b;--good:#8fdcb0;--good-back:#15301f}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
        main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem}
        .sheet{background:var(--sheet);border:1px solid var(--line);border-radius:.75rem;padding:1.5rem;margin:0 0 1rem}
        h1{font-size:1.4rem;line-height:1.25;margin:0 0 .25rem}
        h2{font-size:1.05rem;margin:0 0 .75rem}
        p{margin:0 0 .75rem}
        a{color:var(--press)}
        .soft{color:var(--soft)}
        .warn{color:var(--warn);font-weight:600}
        .amount{font-size:2rem;font-weight:650;line-height:1.2;margin:1rem 0 0}
        .soft+.amount{margin:0}
        .amount+ul{margin:.9rem 0 0}
        .presses{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0 0}
        .press{display:inline-block;border:1px solid var(--press);padding:.7rem 1.2rem;border-radius:.5rem;background:var(--press);color:var(--on-press);font-weight:600;text-decoration:none}
        .quiet{background:none;color:var(--press)}
        .press:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
        button.press{font:inherit;font-weight:600;cursor:pointer}
        .press:hover{filter:brightness(1.08)}
        .quiet:hover{background:var(--back)}
        .small{padding:.4rem .8rem;font-size:.95rem}
        .whole{display:block;width:100%;padding:.9rem 1.2rem;text-align:center}
        .aside{text-align:center;margin:.9rem 0 0}
        .aside a{color:var(--soft)}
        main.wide{max-width:64rem}
        .two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:1rem;align-items:start}
        .two .sheet{margin:0}
        .from{display:flex;gap:.7rem;align-items:center;font-weight:600;margin:0 0 1.25rem}
        .from b{display:grid;place-items:center;flex:none;width:2.2rem;height:2.2rem;border-radius:.6rem;background:var(--press);color:var(--on-press)}
        .pill{display:inline-block;border-radius:2rem;padding:.1rem .65rem;font-size:.85rem;font-weight:600;background:var(--back);color:var(--soft);white-space:nowrap}
        .pill.good{background:var(--good-back);color:var(--good)}
        .pill.late{background:var(--warn-back);color:var(--warn)}
        .done{display:grid;place-items:center;width:3.5rem;height:3.5rem;border-radius:50%;background:var(--good-back);color:var(--good);font-size:1.6rem;margin:0 0 1rem}
        [role=alert]{background:var(--warn-back);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 1.25rem}
        .offer{background:var(--back);border-radius:.6rem;padding:1rem;margin:1rem 0 0}
        form{margin:0}
        .fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(12rem,100%),1fr));gap:.75rem 1rem;align-items:end;margin:0 0 1rem}
        label{display:block}
        label>span{display:block;color:var(--soft);font-size:.9rem;margin:0 0 .2rem}
        input:not([type=radio]),select{width:100%;min-width:0;font:inherit;color:var(--ink);background:var(--sheet);border:1px solid var(--soft);border-radius:.5rem;padding:.6rem .75rem;min-height:2.9rem}
        input[type=radio]{flex:none;width:1.1rem;height:1.1rem;margin:0;accent-color:var(--press)}
        fieldset{border:0;margin:0 0 1.25rem;padding:0;min-width:0}
        legend{padding:0;margin:0 0 .6rem;font-weight:650}
        .choice{display:grid;grid-template-columns:auto 1fr auto;gap:.1rem .75rem;align-items:center;border:1px solid var(--line);border-radius:.5rem;padding:.65rem .85rem;margin:0 0 .5rem;cursor:pointer}
        .choice:hover{border-color:var(--soft)}
        .choice:has(:checked){border-color:var(--press);box-shadow:inset 0 0 0 1px var(--press)}
        .choice>span{margin:0}
        @media(max-width:30rem){.choice>span{grid-column:2}}
        .test{border-left:4px solid var(--warn);border-radius:.5rem;background:var(--warn-back);color:var(--warn);padding:.6rem .9rem}
        .beside{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:1rem 0 0}
        .beside label{flex:1 1 9rem}
        details{border-top:1px solid var(--line);padding:.6rem 0 0;margin:.6rem 0 0}
        summary{cursor:pointer;padding:.2rem 0;font-weight:600;color:var(--press)}
        details>:last-child{margin-bottom:.4rem}
        .parties{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem;margin:1.25rem 0 0}
        .parties p{margin:0;white-space:pre-line}
        dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0}
        dt{color:var(--soft)}
        dd{margin:0}
        .pay{display:flex;flex-wrap:wrap;gap:1.25rem;align-items:flex-start}
        .pay dl{flex:1 1 16rem}
        .code{width:10rem;flex:none}
        .code svg{display:block;width:100%;border-radius:.5rem}
        ul{list-style:none;margin:0;padding:0}
        li{border-top:1px solid var(--line);padding:.6rem 0}
        li li{border-top:0;padding:.15rem 0 .15rem .9rem;font-size:.9rem;color:var(--soft)}
        .row{display:flex;gap:1rem;justify-content:space-between;align-items:baseline}
        .row>:last-child{white-space:nowrap;font-variant-numeric:tabular-nums;text-align:right}
        .words{white-space:pre-line}
        .sum{font-weight:650}
        """;

    /// <summary>The policy of a page that has this style, nothing that runs, and goes nowhere.</summary>
    public static readonly string Policy = Sent("'none'");

    /// <summary>The same of a page with forms, which come back here and to nobody else.</summary>
    public static readonly string PolicyWithForms = Sent("'self'");

    private static string Sent(string to) => $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; img-src data:; base-uri 'none'; form-action {to}; frame-ancestors 'none'";
}
