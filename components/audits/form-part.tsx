import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button, type ButtonLook } from "@/components/ui/button";

export type Action = ComponentProps<typeof ActionForm>["action"];

type Props = { title: string; text?: string; action: Action; button: string; look?: ButtonLook; children?: ReactNode };

/** One thing that can be done now: what it means, its fields, its button. */
export function FormPart({ title, text, action, button, look = "main", children }: Props) {
  const desk = useTranslations("desk");
  return (
    <div className="max-w-2xl rounded-lg border border-line bg-raised p-5">
      <h3 className="mb-1 font-bold font-text text-lg tracking-normal">{title}</h3>
      {text && <p className="mb-4 text-ink-2">{text}</p>}
      <ActionForm action={action} problemsTitle={desk("problems")} label={title} className="grid gap-4">
        {children}
        <Button type="submit" look={look} className="justify-self-start">
          {button}
        </Button>
      </ActionForm>
    </div>
  );
}

/** The same, folded away until somebody wants it: what is done seldom does not stand beside what comes next. */
export function FoldedPart(props: Props) {
  return (
    <details className="max-w-2xl">
      <summary className="w-fit py-2 text-accent underline underline-offset-4 hover:decoration-2">{props.title}</summary>
      <div className="mt-2">
        <FormPart {...props} />
      </div>
    </details>
  );
}
