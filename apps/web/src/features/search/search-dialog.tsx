'use client';
// Search and commands in one box: sites, organizations, flows and codes from the API, commands from here.
import type { SearchAnswer, SearchHit } from '@crg/api-contract/search';
import type { SiteList } from '@crg/api-contract/site';
import { QueryClientProvider } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { queryClient } from '../../api/query-client.ts';
import { ask, useAnswer } from '../../api/use-answer.ts';
import { goToView } from '../../model/go-to-view.ts';
import { boxAround, targetOf } from '../../model/search-target.ts';
import { initialView, readView, writeView } from '../../model/view-state.ts';
import { type Command, commandsFor, commandsOf } from './commands.ts';
import css from './search-dialog.module.css';
import { SearchResults } from './search-results.tsx';
import { useSettled } from './use-settled.ts';

/** One client for all openings: what was found a moment ago is there at once. */
const client = queryClient();

export function SearchDialog({ close }: { close(): void }) {
  return (
    <QueryClientProvider client={client}>
      <ModalOverlay className={css.scrim ?? ''} isOpen isDismissable onOpenChange={(open) => open || close()}>
        <Modal className={css.modal ?? ''}>
          <Dialog className={css.dialog ?? ''} aria-label="Search and commands">
            <SearchBox close={close} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </QueryClientProvider>
  );
}

function SearchBox({ close }: { close(): void }) {
  const [words, setWords] = useState('');
  const go = useGo(close);
  const isCity = usePathname() === '/';
  const view = isCity ? readView(new URLSearchParams(window.location.search)) : null;
  const question = useSettled(words.trim(), 120);
  const { data, old, failed } = useAnswer<SearchAnswer>(
    question === '' ? null : `/api/v1/search?${new URLSearchParams({ q: question, limit: '12' })}`,
  );
  const hits = question === '' ? [] : (data?.data ?? []);
  const commands = commandsFor(commandsOf(view), words.trim());
  const choose = async (hit: SearchHit) => {
    const target = targetOf(hit, view ?? initialView);
    if (target.kind === 'search') setWords(target.words);
    else if (target.kind === 'view') go(`/${writeView(target.view)}`);
    else go(`/${writeView({ ...initialView, bbox: boxAround(await placesOf(target.id)) })}`);
  };
  const run = (command: Command) => {
    if (!command.isFile) return go(command.href);
    close();
    window.location.assign(command.href);
  };
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <SearchField className={css.field ?? ''} aria-label="Search or run a command" autoFocus>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <Input className={css.input ?? ''} placeholder="Site, organization, flow, code or command" />
      </SearchField>
      <SearchResults words={words.trim()} hits={hits} commands={commands} onHit={choose} onCommand={run} />
      <p className={css.foot} role="status">
        {failed
          ? failed.message
          : footText({ words: words.trim(), hits: hits.length, isReading: old || words.trim() !== question })}
      </p>
    </Autocomplete>
  );
}

function footText({ words, hits, isReading }: { words: string; hits: number; isReading: boolean }): string {
  if (words === '') return 'Type a name, a code such as 100102 or 35.11, or a command.';
  if (isReading) return 'Looking …';
  return hits === 0 ? `Nothing in the city is called “${words}”.` : '↑ ↓ choose, Enter opens, Esc closes';
}

async function placesOf(organization: string) {
  const query = new URLSearchParams({ organization_id: organization, limit: '200' });
  const { data } = await ask<SiteList>(`/api/v1/sites?${query}`, AbortSignal.timeout(10_000));
  return data.flatMap(({ longitude, latitude }) =>
    typeof longitude === 'number' && typeof latitude === 'number' ? [{ longitude, latitude }] : [],
  );
}

/** On the city screen a view is only another address; elsewhere it is another page. */
function useGo(close: () => void): (href: string) => void {
  const router = useRouter();
  const path = usePathname();
  return (href) => {
    close();
    const isView = href === '/' || href.startsWith('/?');
    if (path === '/' && isView) goToView(href, 'push');
    else router.push(href);
  };
}
