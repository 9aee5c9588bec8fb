const shortText = 64;

/** Writes protobuf's wire format into bytes that grow as needed. */
export class ByteWriter {
  #bytes: Buffer;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = Buffer.allocUnsafe(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** What was written; valid until more is. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Begins anew in the same bytes. */
  clear(): void {
    this.#length = 0;
  }

  /** A whole number from 0, as many bytes as it needs. */
  varint(value: number): void {
    this.#makeRoom(10);
    this.#varint(value);
  }

  /** An int64: below zero it is written as its complement to two, in ten bytes. */
  signed(field: number, value: number): void {
    this.#key(field, 0);
    if (value >= 0) this.#varint(value);
    else this.#complement(BigInt.asUintN(64, BigInt(value)));
  }

  whole(field: number, value: number): void {
    this.#key(field, 0);
    this.#varint(value);
  }

  double(field: number, value: number): void {
    this.#key(field, 1);
    this.#length = this.#bytes.writeDoubleLE(value, this.#length);
  }

  fixed32(field: number, value: number): void {
    this.#key(field, 5);
    this.#word(value);
  }

  /** Eight bytes from the two halves of a number too large for one. */
  fixed64(field: number, high: number, low: number): void {
    this.#key(field, 1);
    this.#word(low);
    this.#word(high);
  }

  /** Milliseconds since 1970, with their fraction, as nanoseconds. */
  instant(field: number, ms: number): void {
    // A number holds 53 bits and nanoseconds need 61, so they are reckoned in two halves of 32.
    const whole = Math.floor(ms);
    const upper = Math.floor(whole / 0x10000) * 1_000_000;
    const low = (upper % 0x10000) * 0x10000 + (whole % 0x10000) * 1_000_000 + Math.round((ms - whole) * 1_000_000);
    this.fixed64(field, Math.floor(upper / 0x10000) + Math.floor(low / 0x100000000), low % 0x100000000);
  }

  text(field: number, text: string): void {
    this.#key(field, 2, text.length * 3);
    if (text.length < shortText && this.#plain(text)) return;
    this.#varint(Buffer.byteLength(text));
    this.#length += this.#bytes.write(text, this.#length);
  }

  /**
   * A message of two texts, the second in a message of its own: `field { 1: first, 2 { 1: second } }`, which most attributes
   * are. Only of short ASCII; else it writes nothing and says so.
   */
  textPair(field: number, first: string, second: string): boolean {
    if (field > 0xf || first.length >= shortText || second.length >= shortText - 8) return false;
    this.#makeRoom(first.length + second.length + 16);
    const before = this.#length;
    const bytes = this.#bytes;
    bytes[this.#length++] = (field << 3) | 2;
    bytes[this.#length++] = first.length + second.length + 6;
    bytes[this.#length++] = (1 << 3) | 2;
    const isFirstPlain = this.#plain(first);
    bytes[this.#length++] = (2 << 3) | 2;
    bytes[this.#length++] = second.length + 2;
    bytes[this.#length++] = (1 << 3) | 2;
    if (isFirstPlain && this.#plain(second)) return true;
    this.#length = before;
    return false;
  }

  /** Bytes told in hexadecimal digits. */
  hex(field: number, digits: string): void {
    this.#key(field, 2, digits.length);
    const size = digits.length >> 1;
    this.#varint(size);
    for (let at = 0; at < digits.length; at += 2)
      this.#bytes[this.#length++] = (digitOf(digits.charCodeAt(at)) << 4) | digitOf(digits.charCodeAt(at + 1));
  }

  bytes(field: number, content: Buffer): void {
    this.#key(field, 2, content.length);
    this.#varint(content.length);
    this.raw(content);
  }

  /** Bytes that are written already, with their key. */
  raw(content: Buffer): void {
    this.#makeRoom(content.length);
    content.copy(this.#bytes, this.#length);
    this.#length += content.length;
  }

  /** Begins a message inside the message; whoever opens it closes it with what this returns. */
  open(field: number): number {
    this.#key(field, 2);
    this.#length += 1;
    return this.#length;
  }

  close(start: number): void {
    const size = this.#length - start;
    if (size < 0x80) {
      this.#bytes[start - 1] = size;
      return;
    }
    // One byte was left for the length; a longer one moves the content.
    this.#makeRoom(4);
    const moved = start + (size < 0x4000 ? 1 : size < 0x200000 ? 2 : 3);
    this.#bytes.copyWithin(moved, start, this.#length);
    this.#length = start - 1;
    this.#varint(size);
    this.#length = moved + size;
  }

  /** With room for the key and for what follows it: ten bytes, a length and `more`. */
  #key(field: number, wireType: number, more = 0): void {
    this.#makeRoom(16 + more);
    this.#varint((field << 3) | wireType);
  }

  #varint(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  #word(value: number): void {
    const bytes = this.#bytes;
    bytes[this.#length++] = value;
    bytes[this.#length++] = value >>> 8;
    bytes[this.#length++] = value >>> 16;
    bytes[this.#length++] = value >>> 24;
  }

  #complement(value: bigint): void {
    let rest = value;
    for (; rest > 0x7fn; rest >>= 7n) this.#bytes[this.#length++] = Number(rest & 0x7fn) | 0x80;
    this.#bytes[this.#length++] = Number(rest);
  }

  /** Short text of ASCII alone, which most is: quicker here than a call of the runtime. */
  #plain(text: string): boolean {
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = text.length;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[at++] = code;
    }
    this.#length = at;
    return true;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** The value of one of 0-9 and a-f. */
function digitOf(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}
