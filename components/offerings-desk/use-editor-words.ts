import { useTranslations } from "next-intl";
import type { EditorWords } from "./editor-words";

/** The texts of the editor's form, which is drawn in the browser and has no messages of its own. */
export function useEditorWords(): EditorWords {
  const t = useTranslations("editor.form");
  const desk = useTranslations("desk");
  const saved = t("saved", { time: "{time}" });
  return {
    save: t("save"),
    saving: t("saving"),
    saved,
    dirty: t("dirty"),
    offline: t("offline"),
    refused: t("refused"),
    choose: t("choose"),
    moved: t("moved"),
    reload: t("reload"),
    others: t("others"),
    restored: t("restored"),
    problems: desk("problems"),
    clashTitle: t("clashTitle"),
    clashText: t("clashText"),
    mine: t("mine"),
    theirs: t("theirs"),
    keepMine: t("keepMine"),
    takeTheirs: t("takeTheirs"),
    empty: t("empty"),
  };
}
