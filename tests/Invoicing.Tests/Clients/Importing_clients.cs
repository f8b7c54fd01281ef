using System.Text;
using Billing.Documents;
using Billing.EventStore;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class Importing_clients
{
    private static readonly Client Known = Client.Initial with { Name = "Meadow Health", Currency = Eur, Emails = ["bills@meadow.example.test"], TaxId = "DE 123 456", OutsideIds = new(Crm: "C-1") };
    private static readonly Client Orchard = Client.Initial with { Name = "Orchard", Currency = Usd };

    [Fact]
    public void makes_clients_of_lines_with_the_organisation_s_currency_where_none_is_said()
    {
        var sheet = Read("Firma;E-Mail-Adresse;PLZ;Ort;Land;Zahlungsziel;Währung\nPark Café;info@park.example.test, boss@park.example.test;10115;Berlin;de;14;\nSea;;;;;;usd");
        Assert.Equal([ClientImportOutcome.New, ClientImportOutcome.New], sheet.Lines.Select(line => line.Outcome));
        var park = sheet.Lines[0].About!.Client;
        Assert.Equal(("Park Café", Eur, 14, new BillingAddress(City: "Berlin", PostalCode: "10115", Country: "DE")), (park.Name, park.Currency, park.TermsDays!.Value, park.Address));
        Assert.Equal(["info@park.example.test", "boss@park.example.test"], park.Emails);
        Assert.Equal(Usd, sheet.Lines[1].About!.Client.Currency);
    }

    [Theory]
    [InlineData("Name,CRM ID\nAnother name,C-1"), InlineData("Name,Tax ID\nMeadow,de123456"), InlineData("Name,E-mail\nmeadow health,BILLS@meadow.example.test"), InlineData("Name,CRM ID,Tax ID\nMeadow,C-1,DE999")]
    public void finds_a_client_by_what_is_surest(string file) => Assert.Equal(new ClientId(Id(1)), Assert.Single(Read(file).Lines).About!.Id);

    [Theory]
    [InlineData("Name\nMeadow Health"), InlineData("Name,E-mail\nMeadow Health,other@meadow.example.test"), InlineData("Name,E-mail\nOther,bills@meadow.example.test")]
    public void takes_a_name_or_an_address_alone_for_somebody_else(string file) => Assert.Equal(ClientImportOutcome.New, Assert.Single(Read(file).Lines).Outcome);

    [Fact]
    public void of_what_is_on_record_changes_nothing_and_blank_cells_clear_nothing()
    {
        var sheet = Read("Name,E-mails,Tax ID,CRM ID,Phone\nMeadow Health,bills@meadow.example.test,DE 123 456,C-1,\nOrchard,,,,");
        Assert.Equal((0, 2), (sheet.Accepted, sheet.Unchanged));
    }

    [Fact]
    public void of_its_own_export_changes_nothing()
    {
        Client[] clients =
        [
            Known with { CcEmails = ["boss@meadow.example.test", "copy@meadow.example.test"], Phone = "+49 30 1234", Address = new("1 Elm \"Street\"", "Back; yard", "Town", "State", "12345", "DE"), Language = "de", TermsDays = 0, TaxTreatment = TaxTreatment.Exempt, ExemptionReason = "Health, care", Note = "=Calls back\non Mondays", RemindersSilenced = true },
            Orchard with { Standing = ClientStanding.Archived }, Orchard with { Name = "Reverse", TaxTreatment = TaxTreatment.ReverseCharge, OutsideIds = new("cus_1", "-4", "+5", "@6") },
        ];
        foreach (var format in new[] { SheetFormat.Csv, SheetFormat.Xlsx })
        {
            var sheet = Read(Written(format, clients), clients);
            Assert.Empty(sheet.Rejected);
            Assert.Equal((3, 0, 3), (sheet.Sheet.Rows.Count, sheet.Accepted, sheet.Unchanged));
            var anew = Read(Written(format, clients), []);
            Assert.Equal(clients.Select(client => client with { Standing = ClientStanding.Active }), anew.Lines.Select(line => line.About!.Client));
        }
    }

    [Fact]
    public void says_of_each_bad_cell_where_it_stands_and_why()
    {
        var sheet = Read("Name,E-mail,Währung,Terms,Land,Tax Treatment,Reminders\n,nobody,Euro,soon,Germany,sometimes,maybe\nPark,ok@park.example.test,EUR,14,DE,exempt,no");
        Assert.Equal(
            ["2 E-mail nobody bad-email", "2 Land Germany bad-country", "2 Währung Euro bad-currency", "2 Terms soon terms-out-of-range", "2 Tax Treatment sometimes not-one-of", "2 Reminders maybe not-yes-or-no", "2 Name  name-missing", "3 Tax Treatment exempt exemption-reason-missing"],
            sheet.Rejected.Select(error => $"{error.Line} {error.Column} {error.Value} {error.Code}"));
        Assert.Equal((0, 2), (sheet.Accepted, sheet.RejectedLines));
    }

    [Fact]
    public void reads_a_cell_as_it_was_corrected()
    {
        var sheet = Read("Name,Terms\nPark,soon", options: ClientImportOptions.None with { Corrections = [new(2, "Terms", "14")] });
        Assert.Equal((1, 14), (sheet.Accepted, sheet.Lines[0].Details.TermsDays.TryGet(out var days) ? days : 0));
        Assert.Equal([new CorrectedCell(2, "Terms", "soon", "14")], sheet.Corrected);
    }

    [Fact]
    public void does_not_guess_between_two_clients()
    {
        Client[] twins = [Orchard, Orchard];
        Assert.Equal("two-clients-match", Assert.Single(Read(Bytes("Name\nOrchard"), twins).Rejected).Code);
    }

    [Fact]
    public void takes_a_line_that_repeats_another_once_and_refuses_one_that_contradicts_it()
    {
        var sheet = Read("Name,CRM ID,Phone\nPark,C-9,1\nPark,C-9,1\nPark,C-9,2\nMeadow Health,C-1,3\nMeadow Health,C-1,4");
        Assert.Equal([new RepeatedRow(3, 2)], sheet.Repeated);
        Assert.Equal(["4 client-twice 2", "6 client-twice 5"], sheet.Rejected.Select(error => $"{error.Line} {error.Code} {error.Details!["firstLine"]}"));
        Assert.Equal(2, sheet.Accepted);
    }

    [Fact]
    public void brings_an_archived_client_back_unless_the_line_says_that_it_is_archived()
    {
        Client[] clients = [Orchard with { Standing = ClientStanding.Archived }];
        Assert.True(Assert.Single(Read(Bytes("Name\nOrchard"), clients).Lines).Restores);
        Assert.Equal(ClientImportOutcome.Unchanged, Assert.Single(Read(Bytes("Name,Archived\nOrchard,yes"), clients).Lines).Outcome);
        Assert.Equal("client-archived", Assert.Single(Read(Bytes("Name,Archived,Phone\nOrchard,yes,1"), clients).Rejected).Code);
    }

    [Fact]
    public void without_a_column_of_names_is_refused_until_one_is_chosen()
    {
        var file = Bytes("Who,Phone\nPark,1");
        Assert.Equal("missing-columns", ClientList.Read(file, [], ClientImportOptions.None, Eur, Guid.NewGuid).Refusal!.Code);
        Assert.Equal(1, ClientList.Read(file, [], ClientImportOptions.None with { Mapping = new Dictionary<string, string> { ["Name"] = "Who" } }, Eur, Guid.NewGuid).Value.Accepted);
    }

    [Fact]
    public void is_taken_back_to_what_a_client_was()
    {
        var then = Known with { Phone = "1", TermsDays = 14 };
        var now = then with { Name = "Other", Phone = null, TermsDays = null, Language = "de", RemindersSilenced = true, OutsideIds = new("cus_1", Crm: "C-1"), Address = new("1 Elm Street") };
        Assert.Equal(then, UndoClientImport.WayBack(now, then, Meadow).Events.Aggregate(now, (client, happened) => client.Apply(happened)));
        Assert.Equal([new ClientArchived()], UndoClientImport.WayBack(Known, Known with { Standing = ClientStanding.Archived }, Meadow).Events);
    }

    private static ClientList Read(string file, ClientImportOptions? options = null) => Read(Bytes(file), [Known, Orchard], options);

    private static ClientList Read(byte[] file, IReadOnlyList<Client> clients, ClientImportOptions? options = null)
    {
        var next = 100;
        return ClientList.Read(file, clients.Select((client, i) => new KnownClient(new(Id(i + 1)), client)), options ?? ClientImportOptions.None, Eur, () => Id(next++)).Value;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Written(SheetFormat format, IReadOnlyList<Client> clients)
    {
        using var file = new MemoryStream();
        SheetWriter.WriteAsync(format, file, SheetTable.Of("Clients", ExportClients.Columns, clients)).GetAwaiter().GetResult();
        return file.ToArray();
    }
}
