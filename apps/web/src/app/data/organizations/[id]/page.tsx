import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readCity } from '../../../../api/read-city.ts';
import { EditOrganization } from '../../../../features/entry/edit-organization.tsx';
import { EditPage } from '../../../../features/entry/edit-page.tsx';
import { readOwned, readVersioned } from '../../../../features/entry/read-records.ts';
import { Related } from '../../../../features/entry/related.tsx';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const readAsked = cache(async (params: Props['params']) =>
  readVersioned('organizations', decodeURIComponent((await params).id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readAsked(params);
  return { title: found ? (found.value.name ?? found.value.id) : 'No such organization' };
}

export default async function Page({ params }: Props) {
  const [found, city] = await Promise.all([readAsked(params), readCity()]);
  if (!found) notFound();
  const sites = await readOwned('sites', found.value.id);
  return (
    <EditPage city={city} kind="organizations" at="Edit" title={found.value.name ?? found.value.id}>
      <EditOrganization key={found.etag} initial={found} />
      <Related title="Its sites" kind="sites" lines={sites.lines} more={sites.nextCursor !== null} />
    </EditPage>
  );
}
