import { useTranslations } from "next-intl";
import { InputField } from "@/components/ui/field";
import type { Day } from "@/lib/days/days";
import type { Clocks } from "@/lib/register/question";

/** On which day it holds, and on which day it was known: left alone, both are today. */
export function ClockFields({ clocks, today, form }: { clocks: Clocks; today: Day; form?: string }) {
  const t = useTranslations("register.clocks");
  const belongs = form ? { form } : {};
  const known = clocks.asKnownOn?.slice(0, 10) ?? today;

  return (
    <>
      <InputField
        id="validOn"
        name="validOn"
        type="date"
        label={t("validOn")}
        defaultValue={clocks.validOn}
        min="1900-01-01"
        max="2199-12-31"
        {...belongs}
      />
      <InputField
        id="asKnownOn"
        name="asKnownOn"
        type="date"
        label={t("asKnownOn")}
        defaultValue={known}
        min="1900-01-01"
        max={today}
        {...belongs}
      />
    </>
  );
}
