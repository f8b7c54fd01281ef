import { useText } from "@/i18n/messages";
import { Button } from "../Button";
import { Popover } from "../Popover";
import { CellValueView } from "./CellValueView";
import type { CellEdit, Edits } from "./edits";
import { messages } from "./messages";
import type { Column } from "./types";

/** What is wrong with a cell, hanging on it: the sentence, or both values of a conflict with the choice between them. */
export function CellProblem<Row>({ anchor, row, column, edit, edits, onEdit, onClose }: {
  anchor: Element | null;
  row: Row;
  column: Column<Row, never>;
  edit: CellEdit<Row>;
  edits: Edits<Row>;
  onEdit: () => void;
  onClose: () => void;
}) {
  const t = useText(messages);
  const act = (run: () => void) => () => {
    run();
    onClose();
  };
  return (
    <Popover open anchor={anchor} onOpenChange={(open) => !open && onClose()} label={edit.state === "conflict" ? t("conflict") : column.header} className="w-80">
      {edit.state === "conflict" && edit.theirs !== undefined ? (
        <>
          <p className="font-medium">{t("conflict")}</p>
          <dl className="my-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-muted">{t("mine")}</dt>
            <dd className="text-right font-medium">
              <CellValueView value={edit.value ?? null} column={column} row={row} />
            </dd>
            <dt className="text-muted">{t("theirs")}</dt>
            <dd className="text-right font-medium">
              <CellValueView value={column.value(edit.theirs)} column={column} row={edit.theirs} /> {column.value(edit.theirs) === null && t("nothing")}
            </dd>
          </dl>
          <div className="flex justify-end gap-2">
            <Button size="sm" onClick={act(() => edits.takeTheirs(row, column))}>
              {t("takeTheirs")}
            </Button>
            <Button size="sm" tone="primary" onClick={act(() => edits.keepMine(row, column))}>
              {t("keepMine")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="font-medium break-words text-bad">{edit.text}</p>
          <p className="mt-1">{edit.message}</p>
          <div className="mt-3 flex justify-end gap-2">
            <Button size="sm" onClick={act(() => edits.discard(row, column))}>
              {t("discard")}
            </Button>
            <Button size="sm" tone="primary" onClick={act(onEdit)}>
              {t("edit")}
            </Button>
          </div>
        </>
      )}
    </Popover>
  );
}
