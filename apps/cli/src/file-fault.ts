// What the operating system says about a file, in words a person can act on.
import { DomainError } from '@crg/domain/errors';

/** Turns an error of `node:fs` into one with expected, got and next step; anything else comes back as it is. */
export function fileFault(error: unknown, { expected, path }: { expected: string; path: string }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = faults[code];
  if (known === undefined) return error;
  const [got, next] = known;
  return new DomainError('invalid_input', { field: path, expected, got: `${got} (${code})`, next }, { cause: error });
}

const faults: Readonly<Record<string, readonly [got: string, next: string]>> = {
  ENOENT: ['nothing at that path', 'Check the path.'],
  ENOTDIR: ['a file where a folder should be', 'Check the path.'],
  EISDIR: ['a folder', 'Name a file.'],
  EACCES: ['no right to it', 'Change its rights or choose another path.'],
  EPERM: ['no right to it', 'Change its rights or choose another path.'],
  EROFS: ['a read-only disk', 'Choose a path on a disk that can be written.'],
  ENOSPC: ['a full disk', 'Free some space and run it again.'],
  EDQUOT: ['a used-up quota', 'Free some space and run it again.'],
  EFBIG: ['a limit on the size of files', 'Raise the limit (`ulimit -f`) and run it again.'],
  ENAMETOOLONG: ['a name that is too long', 'Choose a shorter one.'],
  ELOOP: ['symbolic links in a circle', 'Check the path.'],
  EMFILE: ['too many open files', 'Raise the limit (`ulimit -n`) and run it again.'],
  EIO: ['a fault of the disk', 'Check the disk.'],
};
