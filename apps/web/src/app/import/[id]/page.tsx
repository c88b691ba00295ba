import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readCity } from '../../../api/read-city.ts';
import { fieldCatalogue } from '../../../features/import/field-catalogue.ts';
import { ImportWizard } from '../../../features/import/import-wizard.tsx';
import { namesOf } from '../../../features/import/import-words.ts';
import { readFirstProblems, readImport, readMappings } from '../../../features/import/read-import.ts';
import { BrandBar } from '../../../ui/brand-bar.tsx';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const readAsked = cache(async (params: Props['params']) => readImport(decodeURIComponent((await params).id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readAsked(params);
  return { title: found ? `Import ${namesOf(found)}` : 'No such import' };
}

export default async function ImportPage({ params }: Props) {
  const [found, city, mappings] = await Promise.all([readAsked(params), readCity(), readMappings()]);
  if (!found) notFound();
  const problems = found.state === 'checked' ? await readFirstProblems(found.id) : null;
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main>
        <ImportWizard initial={found} problems={problems} catalogue={fieldCatalogue()} mappings={mappings} />
      </main>
    </>
  );
}
