namespace Billing.Documents;

/// <summary>Writes the tree of parts, and for each page whom its marks belong to.</summary>
internal static class PdfTagging
{
    /// <returns>The tree's root.</returns>
    public static int Write(PdfObjects objects, PdfElement document, IReadOnlyList<PdfPage> pages, IReadOnlyList<int> pageIds)
    {
        var (root, parents) = (objects.Reserve(), objects.Reserve());
        PdfElement[] all = [.. document.All()];
        foreach (var element in all) element.Id = objects.Reserve();
        foreach (var element in all) objects.Write(element.Id, o =>
        {
            o.Raw($"<</Type/StructElem/S/{element.Role}/P ").To(element.Parent?.Id ?? root);
            if (element.Alternative is { } alternative) o.Raw("/Alt ").Text(PdfText.Clean(alternative));
            if (element.Role == "TH") o.Raw("/A<</O/Table/Scope/Column>>");
            o.Raw("/K[");
            foreach (var (page, mark) in element.Marks) o.Raw("<</Type/MCR/Pg ").To(pageIds[page.Number - 1]).Raw("/MCID ").Int(mark).Raw(">>");
            foreach (var child in element.Children) o.To(child.Id);
            o.Raw("]>>");
        });
        objects.Write(parents, o =>
        {
            o.Raw("<</Nums[");
            foreach (var page in pages)
            {
                o.Int(page.Number - 1).Raw("[");
                foreach (var element in page.Marked) o.To(element.Id);
                o.Raw("]");
            }
            o.Raw("]>>");
        });
        objects.Write(root, o => o.Raw("<</Type/StructTreeRoot/K ").To(document.Id).Raw("/ParentTree ").To(parents).Raw("/ParentTreeNextKey ").Int(pages.Count).Raw(">>"));
        return root;
    }
}
