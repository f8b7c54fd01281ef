import { useMemo, useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { clientsQuery } from "@/api/queries";
import { Combobox } from "@/ui";
import { clientQuery } from "../clients/queries";

export interface ClientPickerProps {
  label: string;
  placeholder?: string;
  value: string | null;
  onChange: (client: string | null) => void;
  /** Not offered. */
  without?: string;
  disabled?: boolean;
  autoFocus?: boolean;
}

/** One of the active clients, found by whatever is known of it: the server looks, so there may be thousands. */
export function ClientPicker({ label, placeholder, value, onChange, without, disabled, autoFocus }: ClientPickerProps) {
  const [typed, setTyped] = useState("");
  const found = useQuery({ ...clientsQuery(typed.trim() ? { search: typed.trim() } : {}), placeholderData: keepPreviousData }).data?.items;
  const chosen = useQuery({ ...clientQuery(value ?? ""), enabled: value !== null }).data;
  const options = useMemo(() => {
    const clients = (found ?? []).filter((one) => one.id !== without && one.id !== chosen?.id);
    return [...(chosen && chosen.id === value ? [chosen] : []), ...clients].map((one) => ({ value: one.id, label: one.name, hint: one.address.city ?? one.emails[0] ?? "" }));
  }, [found, chosen, value, without]);
  return <Combobox label={label} value={value} onChange={onChange} options={options} onType={setTyped} {...(placeholder ? { placeholder } : {})} {...(disabled ? { disabled } : {})} {...(autoFocus ? { autoFocus } : {})} />;
}
