import { statfsSync } from 'node:fs';
import { DomainError } from '@crg/domain/errors';

/** A data folder that cannot be worked with, in one line that says what to do. */
export function unusable(directory: string, cause: Error): DomainError {
  const { got, next } = reasonOf(directory, cause);
  return unusableFolder(directory, { expected: 'a data folder that this process can write', got, next }, cause);
}

export function unusableFolder(
  directory: string,
  evidence: { readonly expected: string; readonly got: string; readonly next: string },
  cause?: Error,
): DomainError {
  return new DomainError(
    'data_folder_unusable',
    { field: directory, ...evidence },
    cause === undefined ? {} : { cause },
  );
}

function reasonOf(directory: string, cause: Error): { got: string; next: string } {
  const text = `${(cause as NodeJS.ErrnoException).code ?? ''} ${cause.message}`.replace(/\s+/g, ' ').trim();
  if (/ENOSPC|EDQUOT|EFBIG|53100|No space left|disk is full|disk full|File too large/i.test(text)) return fullDisk;
  if (/EROFS|ENOENT.*mkdir|EACCES|EPERM|read-?only|unable to open database file|Permission denied/i.test(text)) {
    return {
      got: 'a folder that it may not write',
      next: 'Give this user the right to write there, or choose another folder with --data.',
    };
  }
  if (/ENOTDIR|EEXIST/.test(text)) {
    return { got: 'a file in the place of the folder', next: 'Choose another folder with --data.' };
  }
  if (isFull(directory)) return fullDisk;
  return {
    got: `"${text.slice(0, 300)}"`,
    next: 'Nothing was deleted. Restore a backup into a new folder, or repair the cause and start again.',
  };
}

const fullDisk = {
  got: 'a full disk',
  next: 'Make room on the disk and start again; everything that was acknowledged is still there.',
};

/** A database that cannot extend its log by one segment (16 MB) often ends without saying why. */
const logSegmentBytes = 16 * 1024 * 1024;

function isFull(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize < logSegmentBytes;
  } catch {
    return false;
  }
}
