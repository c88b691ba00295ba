// A file as an import sees it: bytes that can be read again from any place, wherever they are kept.

export interface SourceFile {
  /** As the user named it, without folders. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` to before `end`, in chunks of any size; can be called again and again. */
  read(start?: number, end?: number): AsyncIterable<Uint8Array>;
}
