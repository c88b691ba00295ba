import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readCity } from '../../../../api/read-city.ts';
import { EditPage } from '../../../../features/entry/edit-page.tsx';
import { EditSite } from '../../../../features/entry/edit-site.tsx';
import { readOwned, readOwner, readVersioned } from '../../../../features/entry/read-records.ts';
import { Related } from '../../../../features/entry/related.tsx';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const readAsked = cache(async (params: Props['params']) =>
  readVersioned('sites', decodeURIComponent((await params).id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readAsked(params);
  return { title: found ? (found.value.name ?? found.value.id) : 'No such site' };
}

export default async function Page({ params }: Props) {
  const [found, city] = await Promise.all([readAsked(params), readCity()]);
  if (!found) notFound();
  const [owner, flows] = await Promise.all([
    readOwner('organizations', found.value.organization_id),
    readOwned('flows', found.value.id),
  ]);
  return (
    <EditPage city={city} kind="sites" at="Edit" title={found.value.name ?? found.value.id}>
      <EditSite key={found.etag} initial={found} />
      <Related title="Its organization" kind="organizations" lines={owner} more={false} />
      <Related title="Its flows" kind="flows" lines={flows.lines} more={flows.nextCursor !== null} />
    </EditPage>
  );
}
