'use client';
// The kind of resource, found by typing: all families in one list.
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import css from './fields.module.css';
import type { TypeFacts } from './flow-entry.ts';

interface Props {
  readonly types: readonly TypeFacts[];
  readonly value: string;
  change(type: TypeFacts | undefined): void;
}

export function TypeChoice({ types, value, change }: Props) {
  const families = [...new Set(types.map(({ family }) => family))];
  return (
    <ComboBox
      className={css.field ?? ''}
      value={value === '' ? null : value}
      onChange={(key) => change(types.find(({ id }) => id === key))}
      isRequired
      menuTrigger="focus"
      validationBehavior="aria"
    >
      <Label>Type of resource</Label>
      <div className={css.combo}>
        <Input placeholder="steam, gypsum, sludge" />
        <Button>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      <Popover className={`popover ${css.list}`}>
        <ListBox>
          {families.map((family) => (
            <ListBoxSection key={family} id={family}>
              <Header>{family}</Header>
              {types
                .filter((type) => type.family === family)
                .map(({ id, label }) => (
                  <ListBoxItem key={id} id={id} textValue={label}>
                    {label}
                  </ListBoxItem>
                ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
