'use client';
// What was found, by kind; within a kind best first, as the API ranked it.
import type { SearchHit } from '@crg/api-contract/search';
import { Building2, CornerDownLeft, Hash, type LucideIcon, MapPin, Terminal, Workflow } from 'lucide-react';
import { Collection } from 'react-aria-components/Collection';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import type { Command } from './commands.ts';
import css from './search-dialog.module.css';

interface Props {
  readonly words: string;
  readonly hits: readonly SearchHit[];
  readonly commands: readonly Command[];
  onHit(hit: SearchHit): void;
  onCommand(command: Command): void;
}

interface Found {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly icon: LucideIcon;
  act(): void;
}

interface Group {
  readonly name: string;
  readonly found: readonly Found[];
}

const kinds: readonly { readonly name: string; readonly kind: SearchHit['kind']; readonly icon: LucideIcon }[] = [
  { name: 'Organizations', kind: 'organization', icon: Building2 },
  { name: 'Sites', kind: 'site', icon: MapPin },
  { name: 'Flows', kind: 'flow', icon: Workflow },
  { name: 'Codes', kind: 'code', icon: Hash },
];

export function SearchResults(props: Props) {
  const groups = groupsOf(props);
  const acts = new Map(groups.flatMap(({ found }) => found).map(({ key, act }) => [key, act]));
  return (
    <ListBox
      className={css.results ?? ''}
      aria-label="Results"
      items={groups}
      selectionMode="none"
      onAction={(key) => acts.get(String(key))?.()}
    >
      {({ name, found }) => (
        <ListBoxSection id={name} className={css.group ?? ''}>
          <Header>{name}</Header>
          <Collection items={found.map((one) => ({ ...one, id: one.key }))}>
            {({ key, title, detail, icon: Icon }) => (
              <ListBoxItem id={key} textValue={title} className={css.result ?? ''}>
                <Icon size={15} strokeWidth={1.75} aria-hidden />
                <span className={css.title}>
                  <Marked text={title} words={props.words} />
                </span>
                <span className={css.detail}>{detail}</span>
                <kbd aria-hidden>
                  <CornerDownLeft size={11} />
                </kbd>
              </ListBoxItem>
            )}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
}

function groupsOf({ hits, commands, onHit, onCommand }: Props): readonly Group[] {
  const byKind = kinds.map(({ name, kind, icon }) => ({
    name,
    found: hits
      .filter((hit) => hit.kind === kind)
      .map((hit) => ({ key: `${kind} ${hit.id}`, title: hit.title, detail: hit.detail, icon, act: () => onHit(hit) })),
  }));
  const run = commands.map((command) => ({
    key: `command ${command.id}`,
    title: command.title,
    detail: command.detail,
    icon: Terminal,
    act: () => onCommand(command),
  }));
  return [...byKind, { name: 'Commands', found: run }].filter(({ found }) => found.length > 0);
}

/** The first place where the words stand, in bold. */
function Marked({ text, words }: { text: string; words: string }) {
  const at = words === '' ? -1 : text.toLowerCase().indexOf(words.toLowerCase());
  if (at === -1) return text;
  return (
    <>
      {text.slice(0, at)}
      <b>{text.slice(at, at + words.length)}</b>
      {text.slice(at + words.length)}
    </>
  );
}
