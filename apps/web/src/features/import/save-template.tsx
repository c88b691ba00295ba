'use client';
// Keeps the columns under a name, so that the next file with this header is read without a question.
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { TextField } from 'react-aria-components/TextField';
import { Refusal } from '../../ui/refusal.tsx';
import { ImportFault, type ImportFile, keepMapping, type Mapping } from './import-requests.ts';
import { asTemplate } from './mapping-draft.ts';
import css from './save-template.module.css';

export function SaveTemplate({ file, mapping }: { file: ImportFile; mapping: Mapping }) {
  const [title, setTitle] = useState(mapping.title.replace(/\.[a-z0-9]+$/i, ''));
  const [said, setSaid] = useState<ImportFault | 'kept' | null>(null);
  const save = async () => {
    const template = asTemplate(
      mapping,
      title.trim(),
      file.columns.map(({ name }) => name),
    );
    try {
      await keepMapping(template);
      setSaid('kept');
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      setSaid(error);
    }
  };
  return (
    <DialogTrigger onOpenChange={() => setSaid(null)}>
      <Button className="btn s g">
        <Bookmark size={13} strokeWidth={2} aria-hidden /> Save as template
      </Button>
      <Popover placement="bottom end" className="popover" offset={6}>
        <Dialog className={css.dialog ?? ''}>
          <Heading slot="title">Save as template</Heading>
          {said === 'kept' ? (
            <p role="status">Kept. Files with these columns are now read as “{title.trim()}”.</p>
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void save();
              }}
            >
              <TextField value={title} onChange={setTitle} maxLength={200} isRequired>
                <Label>Name</Label>
                <Input />
              </TextField>
              <p className="note">Stays in this data folder. It holds column names and fields, no rows.</p>
              {said ? (
                <Refusal problem={said.problem} safe="The columns are as before.">
                  {null}
                </Refusal>
              ) : null}
              <Button type="submit" className="btn p" isDisabled={title.trim() === ''}>
                Save
              </Button>
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
