/** The person who runs a command has ended it; the message says what is left behind. */
export class Stopped extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Stopped';
  }
}
