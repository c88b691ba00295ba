import type { Metadata } from 'next';
import { readCity } from '../../api/read-city.ts';
import { ImportHome } from '../../features/import/import-home.tsx';
import { readImports, readMappings } from '../../features/import/read-import.ts';
import { BrandBar } from '../../ui/brand-bar.tsx';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportPage() {
  const [city, imports, mappings] = await Promise.all([readCity(), readImports(), readMappings()]);
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main>
        <ImportHome imports={imports} mappings={mappings} />
      </main>
    </>
  );
}
