import { useMemo, useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { clientQuery, clientsQuery } from "@/api/queries";
import { Combobox } from "@/ui";

export interface ClientPickerProps {
  label: string;
  placeholder?: string;
  value: string | null;
  onChange: (client: string | null) => void;
  /** Not offered. */
  without?: readonly string[];
  disabled?: boolean;
  autoFocus?: boolean;
}

/** One of the active clients, found by whatever is known of it: the server looks, so there may be thousands. */
export function ClientPicker({ label, placeholder, value, onChange, without, disabled, autoFocus }: ClientPickerProps) {
  const [typed, setTyped] = useState("");
  const may = useMay("invoicing.see");
  const found = useQuery({ ...clientsQuery(typed.trim() ? { search: typed.trim() } : {}), placeholderData: keepPreviousData, enabled: may }).data?.items;
  const chosen = useQuery({ ...clientQuery(value ?? ""), enabled: may && value !== null }).data;
  const options = useMemo(() => {
    const clients = (found ?? []).filter((one) => !without?.includes(one.id) && one.id !== chosen?.id);
    return [...(chosen && chosen.id === value ? [chosen] : []), ...clients].map((one) => ({ value: one.id, label: one.name, hint: one.address.city ?? one.emails[0] ?? "" }));
  }, [found, chosen, value, without]);
  return <Combobox label={label} value={value} onChange={onChange} options={options} onType={setTyped} {...(placeholder ? { placeholder } : {})} {...(disabled ? { disabled } : {})} {...(autoFocus ? { autoFocus } : {})} />;
}
