'use client';
// The three kinds of field the forms are made of, with label, hint and error in one place.
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import css from './fields.module.css';
import { type NumberReading, numberText, readNumber } from './number-text.ts';

interface Shared {
  readonly label: string;
  /** What stating it makes possible. */
  readonly unlocks?: string | undefined;
}

interface TextProps extends Shared {
  readonly value: string;
  readonly required?: boolean;
  readonly error?: ReactNode;
  change(value: string): void;
}

export function TextEntry({ label, unlocks, value, required = false, error, change }: TextProps) {
  return (
    <TextField
      className={css.field ?? ''}
      value={value}
      onChange={change}
      isRequired={required}
      isInvalid={error != null}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Input />
      {unlocks ? <Text slot="description">{unlocks}</Text> : null}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

interface NumberProps extends Shared {
  /** NaN: not stated. */
  readonly value: number;
  readonly unit?: string | undefined;
  readonly range?: readonly [number, number];
  readonly required?: boolean;
  change(value: number): void;
}

export function NumberEntry({ label, unlocks, value, unit, range, required = false, change }: NumberProps) {
  const [text, setText] = useState(() => numberText(value));
  const reading = readNumber(text);
  const read = reading.kind === 'number' ? reading.value : Number.NaN;
  // A value from outside, such as a draft or what somebody else has saved, takes the place of what was typed.
  const [seen, see] = useState(value);
  if (!Object.is(seen, value)) {
    see(value);
    if (!Object.is(read, value)) setText(numberText(value));
  }
  const problem = problemOf(reading, range, unit);
  return (
    <TextField
      className={css.field ?? ''}
      value={text}
      onChange={(typed) => {
        setText(typed);
        const now = readNumber(typed);
        change(now.kind === 'number' ? now.value : Number.NaN);
      }}
      isRequired={required}
      isInvalid={problem !== null}
      // A form with a number that nobody can read does not go off.
      validationBehavior="native"
    >
      <Label>
        {label}
        {unit ? <span className="u">, {unit}</span> : null}
      </Label>
      <Input inputMode="decimal" />
      {unlocks ? <Text slot="description">{unlocks}</Text> : null}
      <FieldError>{problem}</FieldError>
    </TextField>
  );
}

function problemOf(reading: NumberReading, range: NumberProps['range'], unit = ''): string | null {
  if (reading.kind === 'wrong') return `Expected ${reading.expected}, got ${reading.got}.`;
  if (reading.kind === 'empty' || range === undefined) return null;
  const [least, most] = range;
  if (reading.value >= least && reading.value <= most) return null;
  return `Expected ${`${least} to ${most} ${unit}`.trim()}, got ${reading.value}.`;
}

interface ChoiceProps extends Shared {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly disabled?: boolean;
  change(value: string): void;
}

export function ChoiceEntry({ label, unlocks, value, choices, disabled = false, change }: ChoiceProps) {
  return (
    <Select
      className={css.field ?? ''}
      value={value === '' ? null : value}
      onChange={(key) => change(String(key ?? ''))}
      isDisabled={disabled}
      placeholder="Choose"
    >
      <Label>{label}</Label>
      <Button className={css.choice ?? ''}>
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </Button>
      {unlocks ? <Text slot="description">{unlocks}</Text> : null}
      <Popover className={`popover ${css.list}`}>
        <ListBox>
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label}>
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
