namespace Billing.AiCosts;

/// <summary>
/// The straight line that is nearest to points, by least squares. 1, 2, 3, 4, 5 → slope 1, r² 1; 10, 12, 9, 14, 13, 15, 11, 16, 18, 17 → slope 0.806061, intercept 9.872727, r² 0.6497.
/// Statistics: in floating point, no money.
/// </summary>
/// <param name="R2">1 − what the line leaves over ÷ what there is to tell; 0 where all points are the same.</param>
/// <param name="ResidualSd">Of what it leaves over, n − 2; 0 for two points.</param>
internal sealed record TrendLine(double Slope, double Intercept, double R2, double ResidualSd, int Points)
{
    private const double Flat = 1e-12;

    /// <summary>At least two points, with different x.</summary>
    public static TrendLine Through(IReadOnlyList<(double X, double Y)> points)
    {
        var (meanX, meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        var slope = points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / points.Sum(point => (point.X - meanX) * (point.X - meanX));
        var intercept = meanY - slope * meanX;
        var left = points.Sum(point => Math.Pow(point.Y - (intercept + slope * point.X), 2));
        var total = points.Sum(point => Math.Pow(point.Y - meanY, 2));
        return new TrendLine(slope, intercept, total < Flat ? 0 : 1 - left / total, points.Count > 2 ? Math.Sqrt(left / (points.Count - 2)) : 0, points.Count);
    }

    public double At(double x) => Intercept + Slope * x;
}
