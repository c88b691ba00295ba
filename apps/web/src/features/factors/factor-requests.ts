// Reading and changing one factor of the city from the browser, with the version that was seen.
import type { Factor, FactorChange } from '@crg/api-contract/factor';
import { send } from '../../api/send.ts';

/** The version to change; the list does not tell it. */
export async function factorVersion(id: string): Promise<string> {
  return (await send('GET', addressOf(id))).etag;
}

/** @throws SendFault, with code `version_conflict` when somebody was faster */
export async function stateFactor(id: string, change: FactorChange, etag: string): Promise<Factor> {
  return (await send('PUT', addressOf(id), { body: change, ifMatch: etag })).body as Factor;
}

/** The table's own figure counts again. */
export async function restoreFactor(id: string, etag: string): Promise<void> {
  await send('DELETE', addressOf(id), { ifMatch: etag });
}

function addressOf(id: string): string {
  return `/api/v1/factors/${encodeURIComponent(id)}`;
}
