// A sheet of A4 with tagged text: fonts, colours and the few shapes that the dossier is drawn with. Points from the top left.
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

export const page = { width: 595.28, height: 841.89, margin: 44 } as const;
export const contentWidth = page.width - 2 * page.margin;

export const ink = {
  strong: '#17202a',
  normal: '#47525e',
  quiet: '#626c77',
  line: '#d9d6ce',
  tint: '#f5f4f0',
} as const;

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** The text ends with an ellipsis after this many lines. */
  readonly lines?: number;
}

type Tag = 'H1' | 'H2' | 'P' | 'TD' | 'LI';

/** Draws and remembers what it has drawn for readers who hear the sheet. */
export interface Sheet {
  /** Draws text in a box and answers the height it took. */
  text(words: string, at: { x: number; y: number; width: number }, style: TextStyle, tag?: Tag): number;
  heightOf(words: string, width: number, style: TextStyle): number;
  line(from: readonly [number, number], to: readonly [number, number], colour?: string): void;
  box(at: { x: number; y: number; width: number; height: number }, fill: string, radius?: number): void;
  /** Shapes that say something: `alt` says it in words. */
  figure(alt: string, draw: (shapes: PDFKit.PDFDocument) => void): void;
  nextPage(): void;
  end(): Promise<Uint8Array>;
}

const require = createRequire(import.meta.url);
const fonts = {
  regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
} as const;

/** @param madeOn ISO 8601; stands in the file's properties, so that the same content gives the same bytes */
export function openSheet({ title, madeOn }: { title: string; madeOn: string }): Sheet {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: true,
    tagged: true,
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'City Resource Graph', CreationDate: new Date(madeOn), ModDate: new Date(madeOn) },
  });
  for (const [name, file] of Object.entries(fonts)) pdf.registerFont(name, file);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });

  const styled = ({ size, bold = false }: TextStyle) => pdf.font(bold ? 'bold' : 'regular').fontSize(size);
  const heightOf = (words: string, width: number, style: TextStyle) => {
    const line = styled(style).currentLineHeight(true);
    const whole = pdf.heightOfString(words, { width, lineGap: 1.5 });
    return style.lines === undefined ? whole : Math.min(whole, style.lines * (line + 1.5));
  };

  return {
    heightOf,
    text(words, { x, y, width }, style, tag = 'P') {
      const height = heightOf(words, width, style);
      const options = {
        width,
        lineGap: 1.5,
        align: style.align ?? 'left',
        ...(style.lines === undefined ? {} : { height: height + 0.1, ellipsis: true }),
      };
      root.add(
        pdf.struct(tag, {}, () => {
          styled(style)
            .fillColor(style.colour ?? ink.normal)
            .text(words, x, y, options);
        }),
      );
      return height;
    },
    line([x1, y1], [x2, y2], colour = ink.line) {
      artifact(pdf, () => pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.6).stroke(colour));
    },
    box({ x, y, width, height }, fill, radius = 0) {
      artifact(pdf, () => pdf.roundedRect(x, y, width, height, radius).fill(fill));
    },
    figure(alt, draw) {
      root.add(pdf.struct('Figure', { alt }, () => draw(pdf)));
    },
    nextPage: () => void pdf.addPage(),
    end() {
      root.end();
      pdf.end();
      return finished;
    },
  };
}

/** The same sheet without ink: what is drawn on it takes its height and leaves nothing. */
export function measuring(sheet: Sheet): Sheet {
  return {
    ...sheet,
    text: (words, { width }, style) => sheet.heightOf(words, width, style),
    line: () => {},
    box: () => {},
    figure: () => {},
  };
}

/** Decoration: readers who hear the sheet are spared it. */
function artifact(pdf: PDFKit.PDFDocument, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}
