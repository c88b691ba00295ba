import { matchStory } from '@crg/story/match-story';
import { factorSources } from '@crg/story/provenance';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { apiOrigin } from '../../../api/api-origin.ts';
import { otherPageOf, readCity, readMatch, readRanking } from '../../../api/read-city.ts';
import { MatchScreen } from '../../../features/match/match-screen.tsx';
import { BrandBar } from '../../../ui/brand-bar.tsx';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const readAsked = cache(async (params: Props['params']) => readMatch(decodeURIComponent((await params).id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const match = await readAsked(params);
  return { title: match ? matchStory(match).title : 'No such match' };
}

export default async function MatchPage({ params }: Props) {
  const [match, city, ranking] = await Promise.all([readAsked(params), readCity(), readRanking()]);
  if (!match) {
    const other = await otherPageOf(decodeURIComponent((await params).id));
    if (other !== null) redirect(other);
    notFound();
  }
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main>
        <MatchScreen story={matchStory(match)} ranking={ranking} factors={factorSources(match)} origin={apiOrigin()} />
      </main>
    </>
  );
}
