'use client';
// A kept template, forgotten: imports that used it keep their copy.
import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { forgetMapping, ImportFault } from './import-requests.ts';

export function ForgetMapping({ name, title }: { name: string; title: string }) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const forget = async () => {
    try {
      await forgetMapping(name);
      router.refresh();
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      setSaid(`Not forgotten. ${error.message}`);
    }
  };
  return (
    <>
      <Button className="btn s g" onPress={() => void forget()}>
        <X size={13} aria-hidden /> Forget<span className="vh"> the template {title}</span>
      </Button>
      {said ? (
        <span className="note" role="alert">
          {said}
        </span>
      ) : null}
    </>
  );
}
