import { config } from "zod/v4/core";
import type { FieldValues, Path, UseFormSetError } from "react-hook-form";
import { isProblem } from "@/api/problem";

// zod would try to write code at run time, which the host forbids; it does without.
config({ jitless: true });

/**
 * Puts the server's word beside the fields it speaks of: pointers of a 400, and refusal codes a form knows the field for. Returns what is
 * left for an {@link ErrorText}: the error itself, or null when every part found its field.
 */
export function setProblem<T extends FieldValues>(error: unknown, setError: UseFormSetError<T>, fieldOf: Record<string, Path<T>> = {}): unknown {
  if (!isProblem(error)) return error;
  const byCode = fieldOf[error.code];
  if (byCode) setError(byCode, { message: error.message }, { shouldFocus: true });
  const pointed = error.body.errors ?? [];
  for (const { pointer, detail } of pointed) setError(pointer.replace(/^\//, "").replaceAll("/", ".") as Path<T>, { message: detail });
  return byCode || pointed.length > 0 ? null : error;
}
