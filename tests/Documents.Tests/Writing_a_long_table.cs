using Billing.Documents;
using static Billing.Documents.Tests.Writing_a_table;

namespace Billing.Documents.Tests;

/// <summary>Measures the memory of the process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Writing_a_long_table), DisableParallelization = true)]
public class Alone;

[Collection(nameof(Writing_a_long_table))]
public class Writing_a_long_table
{
    [Theory]
    [InlineData(SheetFormat.Csv), InlineData(SheetFormat.Xlsx), InlineData(SheetFormat.Json)]
    public async Task keeps_memory_flat_and_never_blocks_the_stream(SheetFormat format)
    {
        var stop = TestContext.Current.CancellationToken;
        long most = 0;
        await using var answer = new AsyncOnly();
        await SheetWriter.WriteAsync(format, answer, SheetTable.Of("Rows", Columns, Many()), stop);
        Assert.True(answer.Written > 500_000, $"Only {answer.Written} bytes were written.");
        Assert.True(most < 4_000_000, $"{most} bytes were alive while writing.");

        async IAsyncEnumerable<Line> Many()
        {
            await Task.CompletedTask;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var i = 0; i < 100_000; i++)
            {
                if (i % 20_000 == 19_999) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                yield return Full with { Share = i, Name = $"Facility number {i}" };
            }
        }
    }

    /// <summary>What an HTTP server gives: write-only, forward-only, and a synchronous call is a fault.</summary>
    private sealed class AsyncOnly : Stream
    {
        public long Written { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");
        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
