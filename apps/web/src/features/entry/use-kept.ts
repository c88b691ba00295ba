'use client';
// A form's content, kept in this browser until it is saved: a reload loses nothing.
import { useEffect, useState } from 'react';

/** Numbers that are not stated (NaN) are null in storage and come back as NaN; nothing else in a form is null. */
export function useKept<Value extends object>(key: string, empty: Value): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(empty);
  useEffect(() => {
    const text = sessionStorage.getItem(key);
    if (text !== null) setValue(JSON.parse(text, (_, one) => (one === null ? Number.NaN : one)) as Value);
  }, [key]);
  const keep = (next: Value) => {
    setValue(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  return [value, keep];
}
