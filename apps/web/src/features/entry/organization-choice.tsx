'use client';
// Who: one that is here already, found by typing, or a new one by its name.
import { useEffect, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import css from './fields.module.css';
import { organizationsNamed } from './record-requests.ts';

export interface Owner {
  /** Empty: a new one. */
  readonly id: string;
  readonly name: string;
}

interface Found {
  readonly id: string;
  readonly name: string;
}

const typedForMs = 200;

export function OrganizationChoice({ owner, change }: { owner: Owner; change(owner: Owner): void }) {
  const found = useOrganizations(owner.name);
  return (
    <ComboBox
      className={css.field ?? ''}
      items={found}
      value={owner.id === '' ? null : owner.id}
      inputValue={owner.name}
      onInputChange={(name) => {
        if (name !== owner.name) change({ id: '', name });
      }}
      onChange={(key) => {
        const one = found.find(({ id }) => id === key);
        if (one) change(one);
      }}
      allowsCustomValue
      isRequired
      validationBehavior="aria"
    >
      <Label>Organization</Label>
      <Input maxLength={500} />
      <Text slot="description">{saidAbout(owner)}</Text>
      <Popover className={`popover ${css.list}`}>
        <ListBox<Found>>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function saidAbout({ id, name }: Owner): string {
  if (id !== '') return 'Already in the city. The flow goes to one of its sites, or to a new one.';
  return name.trim() === '' ? 'Type a name; those already in the city are offered.' : 'New in the city.';
}

function useOrganizations(part: string): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([]);
  const asked = part.trim();
  useEffect(() => {
    if (asked === '') {
      setFound([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      // Without an answer the name still counts as a new one; saving would say what is wrong.
      organizationsNamed(asked, stop.signal).then(
        (all) => setFound(all.map(({ id, name }) => ({ id, name: name ?? id }))),
        () => undefined,
      );
    }, typedForMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [asked]);
  return found;
}
