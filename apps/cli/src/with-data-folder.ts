// One piece of work on a data folder that nobody else holds meanwhile.
import { existsSync } from 'node:fs';
import { DomainError } from '@crg/domain/errors';
import { openStores } from '@crg/stores/open-stores';
import type { Stores } from '@crg/stores/ports/stores';
import type { Terminal } from './terminal.ts';

/** Opens the folder, does the work, and closes it however the work ended. @throws DomainError data_folder_in_use, data_folder_unusable */
export async function withDataFolder<Result>(
  directory: string,
  terminal: Terminal,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  const stores = await openStores({ kind: 'embedded', directory, log: terminal.tell }).catch((error: unknown) => {
    throw orUseItsApi(error);
  });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

/** The same for work that needs a city: a folder that is not there is never made. */
export async function withExistingFolder<Result>(
  directory: string,
  terminal: Terminal,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(directory)) {
    throw new DomainError('data_folder_unusable', {
      field: directory,
      expected: 'a data folder with a city',
      got: 'nothing at that path',
      next: 'Name the folder with --data, or make one with `npx crg start` or `npx crg import`.',
    });
  }
  return withDataFolder(directory, terminal, work);
}

function orUseItsApi(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== 'data_folder_in_use') return error;
  const next = 'Stop that process first, or use its API while it runs.';
  return new DomainError('data_folder_in_use', { ...error.evidence, next }, { cause: error });
}
