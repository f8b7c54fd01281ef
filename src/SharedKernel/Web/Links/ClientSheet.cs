using System.Security.Cryptography;
using System.Text;

namespace Billing.Web;

/// <summary>How pages for clients look: one narrow column, light or dark as the reader's machine is. It lies in the page, and the page's policy names its hash.</summary>
public static class ClientSheet
{
    /// <summary>The style, with which a page brings its own.</summary>
    public const string Css = """
        :root{color-scheme:light dark;--back:#f4f5f7;--sheet:#fff;--ink:#1c2430;--soft:#55606e;--line:#d9dee5;--press:#1d4ed8;--on-press:#fff;--warn:#a12a12}
        @media(prefers-color-scheme:dark){:root{--back:#10141a;--sheet:#191f27;--ink:#e8ecf1;--soft:#a5b0bd;--line:#333c48;--press:#8ab4ff;--on-press:#0d1420;--warn:#ffab91}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
        main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem}
        .sheet{background:var(--sheet);border:1px solid var(--line);border-radius:.75rem;padding:1.5rem;margin:0 0 1rem}
        h1{font-size:1.4rem;line-height:1.25;margin:0 0 .25rem}
        h2{font-size:1.05rem;margin:0 0 .75rem}
        p{margin:0 0 .75rem}
        .soft{color:var(--soft)}
        .warn{color:var(--warn);font-weight:600}
        .amount{font-size:2rem;font-weight:650;line-height:1.2;margin:1rem 0 0}
        .presses{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0 0}
        .press{display:inline-block;border:1px solid var(--press);padding:.7rem 1.2rem;border-radius:.5rem;background:var(--press);color:var(--on-press);font-weight:600;text-decoration:none}
        .quiet{background:none;color:var(--press)}
        .press:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
        button.press{font:inherit;font-weight:600;cursor:pointer}
        form{margin:0}
        .fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));gap:.75rem 1rem;margin:0 0 1rem}
        label{display:block}
        label>span{display:block;color:var(--soft)}
        input:not([type=radio]),select{width:100%;min-width:0;font:inherit;color:var(--ink);background:var(--back);border:1px solid var(--soft);border-radius:.4rem;padding:.55rem .7rem}
        fieldset{border:0;margin:0 0 1rem;padding:0;min-width:0}
        legend{padding:0;margin:0 0 .5rem;font-weight:600}
        .choice{display:flex;gap:.6rem;align-items:baseline;padding:.35rem 0}
        .test{border:2px dashed var(--warn);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 1rem}
        .beside{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:0 0 1rem}
        .beside label{flex:1 1 10rem}
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
