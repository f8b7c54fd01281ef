using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing.EventStore;

/// <summary>
/// How <see cref="PersonalText"/> stands in the log: <c>{"subject":"…","key":1,"text":"base64url(nonce, cipher text, tag)"}</c>, erased words without key and text.
/// Whose log it is, the thread that reads or writes says beforehand. Without keys, as where events are described or pinned, the words stand open, and no store reads them so.
/// </summary>
internal sealed class PersonalJson(PersonalKeys? keys) : JsonConverter<PersonalText>
{
    private const int Tries = 5;

    [ThreadStatic] private static TenantId _tenant;
    [ThreadStatic] private static List<Guid>? _missing;

    /// <summary>Reads something of a tenant's.</summary>
    public static object? Read(TenantId tenant, ReadOnlySpan<byte> data, Type type, JsonSerializerOptions json)
    {
        _tenant = tenant;
        try
        {
            return JsonSerializer.Deserialize(data, type, json);
        }
        finally
        {
            _tenant = default;
        }
    }

    /// <summary>Writes something of a tenant's; keys that are missing are fetched or made together, then it is written again.</summary>
    public static void Write(TenantId tenant, PersonalKeys? keys, Action write)
    {
        _tenant = tenant;
        try
        {
            for (var tries = 0; ; tries++)
            {
                write();
                if (_missing is not { Count: > 0 } missing) return;
                if (tries == Tries) throw new InvalidOperationException("More people in one commit than keys are remembered.");
                _missing = null;
                keys!.Have(tenant, missing); // somebody forgotten just now clears all that is at hand, these too
            }
        }
        finally
        {
            (_tenant, _missing) = (default, null);
        }
    }

    public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (subject, key, text) = (default(Guid), 0, default(string));
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Personal text is an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "subject") subject = reader.GetGuid();
            else if (name == "key") key = reader.GetInt32();
            else if (name == "text") text = reader.GetString();
            else reader.Skip();
        }
        if (text is null) return new PersonalText(subject, null);
        if (keys is null) return new PersonalText(subject, text);
        if (key == 0) throw new JsonException("Personal text that is not sealed does not belong into the log.");
        return new PersonalText(subject, keys.Open(Tenant, subject, key, text));
    }

    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("subject", value.Subject);
        if (value.Text is { } text && keys is null) writer.WriteString("text", text);
        else if (value.Text is { } words && Key(value.Subject) is { Secret: not null } key)
        {
            writer.WriteNumber("key", key.Version);
            writer.WriteString("text", PersonalKeys.Seal(_tenant, value.Subject, key, words));
        }
        writer.WriteEndObject(); // of somebody forgotten nothing is written any more
    }

    private static TenantId Tenant => _tenant.IsSet ? _tenant : throw new InvalidOperationException("Personal text is read and written as some tenant's; say whose.");

    private PersonalKey? Key(Guid subject)
    {
        if (keys!.Known(Tenant, subject) is { } known) return known;
        (_missing ??= []).Add(subject);
        return null;
    }
}
