import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";

type Entry = { name: string; parts: AsyncIterable<string> | Iterable<string> };

const deflate = promisify<Buffer, { finishFlush: number }, Buffer>(deflateRaw);
/** The last block of a deflated stream, with nothing in it. */
const lastBlock = Buffer.from([3, 0]);
const [localHeader, descriptor, centralHeader, endOfDirectory] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50];
/** Sizes follow what they are about (bit 3), and names are UTF-8 (bit 11). */
const flags = (1 << 3) | (1 << 11);
const deflated = 8;

/** A zip archive as a stream: each part is compressed and let go of as it comes, so that it costs the same memory however long it is. */
export async function* zip(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, parts } of entries) {
    const start = offset;
    let [crc, size, packed] = [0, 0, 0];
    const header = numbers([localHeader, 4], [20, 2], [flags, 2], [deflated, 2], [0, 4], [0, 12], [Buffer.byteLength(name), 2], [0, 2]);
    yield Buffer.concat([header, Buffer.from(name)]);
    for await (const part of parts) {
      const bytes = Buffer.from(part);
      // Ends on a whole byte and looks back at nothing before it: such pieces one after the other are one stream.
      const piece = await deflate(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
      crc = crc32(bytes, crc);
      size += bytes.length;
      packed += piece.length;
      yield piece;
    }
    packed += lastBlock.length;
    const sums = numbers([crc, 4], [packed, 4], [size, 4]);
    yield Buffer.concat([lastBlock, numbers([descriptor, 4]), sums]);
    offset += header.length + Buffer.byteLength(name) + packed + 16;
    const rest = numbers([Buffer.byteLength(name), 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [start, 4]);
    const listed = numbers([centralHeader, 4], [20, 2], [20, 2], [flags, 2], [deflated, 2], [0, 4]);
    directory.push(Buffer.concat([listed, sums, rest, Buffer.from(name)]));
  }
  const listing = Buffer.concat(directory);
  const count = directory.length;
  yield Buffer.concat([listing, numbers([endOfDirectory, 4], [0, 4], [count, 2], [count, 2], [listing.length, 4], [offset, 4], [0, 2])]);
}

/** Numbers of so many bytes each, the lowest byte first. */
function numbers(...values: [value: number, bytes: number][]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of values) {
    if (value > 0) buffer.writeUIntLE(value, at, Math.min(bytes, 6));
    at += bytes;
  }
  return buffer;
}
