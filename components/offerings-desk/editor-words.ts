/** What the editor's form says; it is drawn in the browser, where there are no messages. */
export type EditorWords = {
  save: string;
  saving: string;
  saved: string;
  dirty: string;
  offline: string;
  refused: string;
  choose: string;
  moved: string;
  reload: string;
  others: string;
  restored: string;
  problems: string;
  clashTitle: string;
  clashText: string;
  mine: string;
  theirs: string;
  keepMine: string;
  takeTheirs: string;
  empty: string;
};
