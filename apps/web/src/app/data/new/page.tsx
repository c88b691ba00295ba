import type { Metadata } from 'next';
import { readCity } from '../../../api/read-city.ts';
import { EditPage } from '../../../features/entry/edit-page.tsx';
import { NewEntry } from '../../../features/entry/new-entry.tsx';
import { typeFacts } from '../../../features/entry/type-facts.ts';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'New flow' };

export default async function NewPage() {
  const city = await readCity();
  return (
    <EditPage city={city} kind="flows" at="New" title="New flow">
      <NewEntry types={typeFacts()} />
    </EditPage>
  );
}
