import { styleText } from 'node:util'

/** How words are set off on a terminal. */
export interface Style {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly label: (text: string) => string
}

const plainly = (text: string): string => text
const styled =
  (format: Parameters<typeof styleText>[0]) =>
  (text: string): string =>
    styleText(format, text, { validateStream: false })

/** Colour where the terminal shows it. */
export const styleOf = (color: boolean): Style =>
  color
    ? { strong: styled('bold'), faint: styled('dim'), label: styled('yellow') }
    : { strong: plainly, faint: plainly, label: plainly }
