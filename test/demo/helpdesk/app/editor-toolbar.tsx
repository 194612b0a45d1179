import { type Editor, useEditorState } from '@tiptap/react';
import { Icon, type IconName } from './icon.tsx';

interface Tool {
  readonly name: string;
  readonly icon: IconName;
  /** Name of the mark or node that lights the button up. */
  readonly lit?: string;
  readonly run: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  { name: 'Bold', icon: 'bold', lit: 'bold', run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'Italic', icon: 'italic', lit: 'italic', run: (editor) => editor.chain().focus().toggleItalic().run() },
  {
    name: 'Bulleted list',
    icon: 'bullets',
    lit: 'bulletList',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'Numbered list',
    icon: 'numbers',
    lit: 'orderedList',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  { name: 'Quote', icon: 'quote', lit: 'blockquote', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  {
    name: 'Table',
    icon: 'table',
    lit: 'table',
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2 }).run(),
  },
  { name: 'Undo', icon: 'undo', run: (editor) => editor.chain().focus().undo().run() },
];

/** Buttons over the rich-text editor. */
export function EditorToolbar({ editor }: { readonly editor: Editor }) {
  const lit = useEditorState({
    editor,
    selector: (state) => tools.map((tool) => tool.lit !== undefined && state.editor.isActive(tool.lit)),
  });
  return (
    <div className="toolbar" role="toolbar" aria-label="Formatting">
      {tools.map((tool, index) => (
        <button
          key={tool.name}
          type="button"
          title={tool.name}
          aria-label={tool.name}
          aria-pressed={tool.lit ? lit[index] === true : undefined}
          onClick={() => tool.run(editor)}
        >
          <Icon name={tool.icon} />
        </button>
      ))}
    </div>
  );
}
