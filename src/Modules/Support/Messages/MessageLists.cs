namespace Billing.Support;

/// <summary>A kind of request, and the words that show it.</summary>
/// <param name="Type">As people call it.</param>
/// <param name="Category">By its code.</param>
/// <param name="Effort">How much work it is thought to be.</param>
/// <param name="Patterns">Any one of them is enough; see <see cref="WordPattern"/>.</param>
internal sealed record MessageKind(string Type, string Category, Effort Effort, ValueList<string> Patterns);

/// <summary>By which words messages are told apart. They are data: a person may edit each list.</summary>
/// <param name="Senders">Whose messages may be requests; empty: everybody's.</param>
/// <param name="Reactions">Messages that begin so, letter by letter, are reactions to others; every kind of quotation mark is <c>"</c>.</param>
/// <param name="Courtesies">Messages of these words alone ask for nothing.</param>
/// <param name="Asides">Messages that have this tell something, and ask for nothing.</param>
/// <param name="ShortRequests">Messages of two words or fewer that are requests all the same.</param>
/// <param name="Kinds">Kinds of requests; the first whose words are there is the one.</param>
/// <param name="Otherwise">The kind of a request that has a word of work and one of action, and nothing that tells more.</param>
/// <param name="WorkWords">What is worked on.</param>
/// <param name="ActionWords">What is done to it.</param>
/// <param name="Urgent">Words of haste.</param>
/// <param name="Unhurried">Words of patience, where there are none of haste.</param>
internal sealed record MessageLists(
    ValueList<string> Senders, ValueList<string> Reactions, ValueList<string> Courtesies, ValueList<string> Asides, ValueList<string> ShortRequests, ValueList<MessageKind> Kinds, MessageKind Otherwise,
    ValueList<string> WorkWords, ValueList<string> ActionWords, ValueList<string> Urgent, ValueList<string> Unhurried)
{
    private const string General = "General Request", Support = "support";
    private const string Site = "site|sites|website|websites|web site|web sites", Form = "form|forms";

    /// <summary>The lists of an organisation that has edited none.</summary>
    public static MessageLists Usual { get; } = new(
        ["Them"],
        ["liked \"", "loved \"", "disliked", "laughed at \"", "emphasized", "emphasised", "questioned \"", "reacted", "liked an image", "liked a photo", "loved an image", "loved a photo", "laughed at an image", "laughed at a photo", "removed a like from", "removed a heart from", "removed a dislike from", "removed a laugh from"],
        ["thanks", "thank", "thx", "ty", "ok", "okay", "k", "yes", "yep", "yeah", "yup", "no", "nope", "lol", "haha", "you", "so", "very", "much", "great", "perfect", "awesome", "cool"],
        ["sounds good", "works for me", "just wanted to let you know", "heads up", "fyi"],
        ["please help", "need help"],
        [
            new("Form Integration", "forms", Effort.Small, [$"webhook|webhooks & {Form}"]),
            new("DNS", "hosting", Effort.Medium, ["nameserver|nameservers|name server|name servers & cutover|cut over"]),
            new("Site Migration", "migration", Effort.Large, [$"migrat* … {Site}"]),
            new("Backup", "hosting", Effort.Medium, [$"backup|backups|back up|zip|zips|zip file … {Site}"]),
            new("Form Removal", "forms", Effort.Small, [$"remove|removes|removed|removing … {Form}"]),
            new("Email Routing", "email", Effort.Small, ["use this email|use this e mail"]),
            new("License", "general", Effort.Small, ["update|updates|updated|updating … license|licenses|licence|licences"]),
            new(General, Support, Effort.Medium, ["can you add|can you create|can you update|can you fix|can you check", "need to|needs to|need you|needs you|need help|needs help"]),
        ],
        new(General, Support, Effort.Medium, []),
        [
            "site*", "website*", "web site*", "page*", "form|forms", "link|links", "button*", "menu*", "header*", "footer*", "banner*", "slider*", "popup*", "image|images", "photo|photos", "picture|pictures", "logo|logos", "video|videos",
            "blog*", "post|posts", "plugin*", "theme*", "domain*", "dns", "nameserver*", "ssl", "certificate*", "hosting", "server*", "backup*", "redirect*", "email|emails|e mail|e mails", "mailbox*", "inbox*", "newsletter*", "login*", "password*",
            "user|users", "account|accounts", "product|products", "checkout*", "cart|carts", "shop|shops", "store|stores", "order form|order forms", "calendar*", "map|maps", "script*", "code", "tracking", "analytics", "pixel*", "webhook*", "api", "licence*", "license*", "hours",
        ],
        [
            "add|adds|added|adding", "change|changes|changed|changing", "update|updates|updated|updating", "fix|fixes|fixed|fixing", "check|checks|checked|checking", "create|creates|created|creating", "make|making", "build|building", "remove|removes|removed|removing",
            "delete|deletes|deleted|deleting", "replace|replaces|replaced|replacing", "move|moves|moved|moving", "install|installs|installed|installing", "upload|uploads|uploaded|uploading", "edit|edits|edited|editing", "restore|restores|restored|restoring",
            "reset|resets|resetting", "set up|setup|setting up", "connect|connects|connected|connecting", "redirect|redirects|redirected|redirecting", "renew|renews|renewed|renewing", "swap|swaps|swapped|swapping", "look at|look into|take a look", "help|helps|helping",
            "broken|broke", "down", "not working|doesnt work|isnt working|stopped working|wont load|not loading", "error|errors", "missing",
        ],
        ["urgent*", "asap", "a s a p", "immediately", "today", "critical*", "emergency|emergencies"],
        ["when you can", "no rush", "whenever", "eventually"]);

    /// <summary>A list.</summary>
    public ValueList<string> Of(MessageList list) => list switch
    {
        MessageList.Senders => Senders,
        MessageList.Reactions => Reactions,
        MessageList.Courtesies => Courtesies,
        MessageList.Asides => Asides,
        MessageList.ShortRequests => ShortRequests,
        MessageList.WorkWords => WorkWords,
        MessageList.ActionWords => ActionWords,
        MessageList.Urgent => Urgent,
        _ => Unhurried,
    };

    /// <summary>The same with other words in a list.</summary>
    public MessageLists With(MessageList list, ValueList<string> words) => list switch
    {
        MessageList.Senders => this with { Senders = words },
        MessageList.Reactions => this with { Reactions = words },
        MessageList.Courtesies => this with { Courtesies = words },
        MessageList.Asides => this with { Asides = words },
        MessageList.ShortRequests => this with { ShortRequests = words },
        MessageList.WorkWords => this with { WorkWords = words },
        MessageList.ActionWords => this with { ActionWords = words },
        MessageList.Urgent => this with { Urgent = words },
        _ => this with { Unhurried = words },
    };
}
