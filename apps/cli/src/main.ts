// The command `crg`: reads its arguments, runs one command, and turns whatever happens into one line and an exit code.
import { runCrg } from './run-crg.ts';
import { standardError } from './standard-error.ts';

export async function main(): Promise<void> {
  // A reader that has seen enough (`crg taxonomy | head`) closes the pipe; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  process.exitCode = await runCrg(process.argv.slice(2), process.env, {
    input: process.stdin,
    write: (text) => writeTo(process.stdout, text),
    ...standardError(process.stderr, () => performance.now()),
  });
}

function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
