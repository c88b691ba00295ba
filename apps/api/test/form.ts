// A form with files as a browser sends it, and as nobody should.
export interface FormPart {
  readonly name: string;
  /** Makes the part a file. */
  readonly fileName?: string;
  readonly content: string | Uint8Array;
}

export interface FormCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

const boundary = '----crg-test-boundary';

export function form(parts: readonly FormPart[]): FormCall {
  const pieces = parts.flatMap(({ name, fileName, content }) => {
    const disposition = `form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}`;
    const type = fileName === undefined ? '' : '\r\nContent-Type: application/octet-stream';
    return [`--${boundary}\r\nContent-Disposition: ${disposition}${type}\r\n\r\n`, content, '\r\n'];
  });
  const bytes = Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece as string)));
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, bytes };
}
