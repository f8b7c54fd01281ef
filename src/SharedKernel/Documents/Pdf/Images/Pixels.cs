namespace Billing.Documents;

/// <summary>A picture as red, green, blue and opacity, a byte each.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Rgba)
{
    public bool IsOpaque
    {
        get
        {
            for (var i = 3; i < Rgba.Length; i += 4)
                if (Rgba[i] != 255) return false;
            return true;
        }
    }

    public bool IsGrey
    {
        get
        {
            for (var i = 0; i < Rgba.Length; i += 4)
                if (Rgba[i] != Rgba[i + 1] || Rgba[i] != Rgba[i + 2]) return false;
            return true;
        }
    }

    /// <summary>Some of the four bytes of each pixel.</summary>
    public byte[] Channels(int first, int count)
    {
        var channels = new byte[Width * Height * count];
        for (var i = 0; i < Width * Height; i++) Rgba.AsSpan(i * 4 + first, count).CopyTo(channels.AsSpan(i * count));
        return channels;
    }

    /// <summary>The picture, with no side longer than that: each new pixel is the mean of those it stands for, weighed by their opacity.</summary>
    public Pixels Shrunk(int most)
    {
        if (Math.Max(Width, Height) <= most) return this;
        var scale = (double)Math.Max(Width, Height) / most;
        var (width, height) = (Math.Max(1, (int)(Width / scale)), Math.Max(1, (int)(Height / scale)));
        var small = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue, alpha, count) = (0L, 0L, 0L, 0L, 0);
                for (var sy = (int)((long)y * Height / height); sy < Math.Max((long)y * Height / height + 1, (long)(y + 1) * Height / height); sy++)
                {
                    for (var sx = (int)((long)x * Width / width); sx < Math.Max((long)x * Width / width + 1, (long)(x + 1) * Width / width); sx++)
                    {
                        var pixel = Rgba.AsSpan((sy * Width + sx) * 4, 4);
                        red += pixel[0] * pixel[3];
                        green += pixel[1] * pixel[3];
                        blue += pixel[2] * pixel[3];
                        alpha += pixel[3];
                        count++;
                    }
                }
                var to = small.AsSpan((y * width + x) * 4, 4);
                to[3] = (byte)((alpha + count / 2) / count);
                if (alpha > 0) (to[0], to[1], to[2]) = ((byte)((red + alpha / 2) / alpha), (byte)((green + alpha / 2) / alpha), (byte)((blue + alpha / 2) / alpha));
            }
        }
        return new(width, height, small);
    }
}
