/** What a command may use of the outside: its input, its result, and lines for the person who runs it. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array | string>;
  /** The result, on standard output; resolves when it was taken. */
  write(text: string): Promise<void>;
  /** One line on standard error. */
  tell(line: string): void;
  /** How far the work is: on a screen a line that the next one takes the place of, elsewhere a line now and then. */
  progress(line: string): void;
}
