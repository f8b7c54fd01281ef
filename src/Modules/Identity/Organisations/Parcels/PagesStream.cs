namespace Billing.Identity;

/// <summary>A file in a parcel as a stream that is read once, from the beginning.</summary>
internal sealed class PagesStream(ParcelFile file) : Stream
{
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position { get => _at; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var page = new byte[Math.Min(count, file.Length - _at)];
        var read = page.Length == 0 ? 0 : file.Read(page, _at);
        page.AsSpan(0, read).CopyTo(buffer.AsSpan(offset, count));
        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
