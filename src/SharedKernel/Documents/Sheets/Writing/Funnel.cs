namespace Billing.Documents;

/// <summary>
/// Takes the zip writer's synchronous calls into a small buffer that is passed on asynchronously in between:
/// closing a zip entry writes synchronously even when it is closed asynchronously, and an HTTP answer allows no such call.
/// </summary>
internal sealed class Funnel(Stream to) : Stream
{
    private const int Chunk = 32 * 1024;
    private readonly MemoryStream _held = new();
    private long _passed;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _passed + _held.Length; set => throw new NotSupportedException(); }

    /// <summary>Passes on what is held, once it is worth a call.</summary>
    public async ValueTask PassOnAsync(bool everything, CancellationToken stop)
    {
        if (_held.Length < Chunk && !everything) return;
        await to.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), stop);
        _passed += _held.Length;
        _held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);
    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _held.Dispose();
        base.Dispose(disposing);
    }
}
