import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readCity } from '../../../../api/read-city.ts';
import { EditFlow } from '../../../../features/entry/edit-flow.tsx';
import { EditPage } from '../../../../features/entry/edit-page.tsx';
import { readOwner, readVersioned } from '../../../../features/entry/read-records.ts';
import { Related } from '../../../../features/entry/related.tsx';
import { typeFacts } from '../../../../features/entry/type-facts.ts';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const readAsked = cache(async (params: Props['params']) =>
  readVersioned('flows', decodeURIComponent((await params).id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readAsked(params);
  return { title: found ? (found.value.name ?? found.value.id) : 'No such flow' };
}

export default async function Page({ params }: Props) {
  const [found, city] = await Promise.all([readAsked(params), readCity()]);
  if (!found) notFound();
  const site = await readOwner('sites', found.value.site_id);
  return (
    <EditPage city={city} kind="flows" at="Edit" title={found.value.name ?? found.value.id}>
      <EditFlow key={found.etag} initial={found} types={typeFacts()} />
      <Related title="Where it stands" kind="sites" lines={site} more={false} />
    </EditPage>
  );
}
