import { Extension } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Table, TableKit } from '@tiptap/extension-table';
import { EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect } from 'react';
import { EditorToolbar } from './editor-toolbar.tsx';

export interface EditorProps {
  readonly ticketId: string;
  readonly label: string;
  /** What the editor holds at first, and again at each new `generation`. */
  readonly initial: string;
  readonly generation: number;
  readonly isReadOnly: boolean;
  readonly onChange: (content: string) => void;
}

/** Keeps `data-signature` on a paragraph; a line split off from it is not part of the signature. */
const Signature = Extension.create({
  name: 'signature',
  addGlobalAttributes: () => [
    {
      types: ['paragraph'],
      attributes: {
        signature: {
          default: null,
          keepOnSplit: false,
          parseHTML: (element) => (element.hasAttribute('data-signature') ? 'true' : null),
          renderHTML: ({ signature }) => (signature ? { 'data-signature': signature } : {}),
        },
      },
    },
  ],
});

/** Without the column widths that the table extension writes as inline styles, which the strict policy refuses. */
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] });

const extensions = [
  StarterKit.configure({ link: { openOnClick: false } }),
  TableKit.configure({ table: false }),
  PlainTable,
  Image,
  Signature,
];

/** The rich-text editor (TipTap on ProseMirror). */
export function RichEditor({ ticketId, label, initial, generation, isReadOnly, onChange }: EditorProps) {
  const editor = useEditor({
    extensions,
    content: initial,
    // The strict policy refuses a style element; composer.css holds the same rules.
    injectCSS: false,
    editorProps: {
      attributes: {
        id: `composer-field-${ticketId}`,
        'data-test-id': 'composer-rich-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getHTML()),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is what asks for a new text
  useEffect(() => {
    if (generation > 0) editor.commands.setContent(initial, { emitUpdate: false });
  }, [generation]);
  useEffect(() => editor.setEditable(!isReadOnly, false), [editor, isReadOnly]);

  return (
    <>
      <EditorToolbar editor={editor} />
      <EditorContent className="rich-field" editor={editor} data-test-id="composer-editor" />
    </>
  );
}
