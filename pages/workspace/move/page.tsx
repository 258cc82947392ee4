import { MoveForm } from '../../../components/workspace/move-form.tsx';
import { useWhenShown } from '../when-shown.ts';
import { apply, busy, done, refresh, trouble, undo, undoable } from './apply.ts';
import { form, from, move, movedDocuments, movedFields, problems, to } from './state.ts';

/** The page «Адреса»: the site with the documents moved. */
export default function MovePage() {
  useWhenShown(refresh);
  return (
    <MoveForm
      from={from.value}
      to={to.value}
      problems={problems.value}
      valid={move.value !== null}
      documents={movedDocuments.value}
      fields={movedFields.value}
      formOpen={form.value !== null}
      busy={busy.value}
      done={done.value}
      trouble={trouble.value}
      canUndo={undoable.value !== null}
      onFrom={(value) => {
        from.value = value;
      }}
      onTo={(value) => {
        to.value = value;
      }}
      onApply={() => void apply()}
      onUndo={() => void undo()}
    />
  );
}
