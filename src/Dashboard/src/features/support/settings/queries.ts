import { api, ask } from "@/api/client";
import type { FreeAllowance, FreeAllowanceInput, FreeHoursOrder, RateCard, RateCardInput, SupportCategory } from "@/api/types";

export const agreeRates = (body: RateCardInput) => ask(api.POST("/api/support/rate-cards", { body }));
export const withdrawRates = ({ from, clientId }: RateCard) => ask(api.DELETE("/api/support/rate-cards/{from}", { params: { path: { from }, query: clientId ? { clientId } : {} } }));
export const agreeAllowance = (body: FreeAllowanceInput) => ask(api.POST("/api/support/allowances", { body }));
export const withdrawAllowance = ({ from, clientId }: FreeAllowance) => ask(api.DELETE("/api/support/allowances/{from}", { params: { path: { from }, query: clientId ? { clientId } : {} } }));
export const chooseOrder = (order: FreeHoursOrder) => ask(api.PUT("/api/support/free-hours-order", { body: { order } }));
export const openCategory = (name: string, charged: boolean) => ask(api.POST("/api/support/categories", { body: { name, charged } }));
export const amendCategory = ({ code }: Pick<SupportCategory, "code">, change: { name?: string; charged?: boolean; closed?: boolean }) => ask(api.PATCH("/api/support/categories/{code}", { params: { path: { code } }, body: change }));
