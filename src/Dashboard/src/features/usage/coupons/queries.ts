import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { Coupon, CouponInput } from "@/api/types";

export const couponsQuery = infiniteQueryOptions({
  queryKey: [keys.coupons, "list"],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/api/coupons", { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const couponQuery = (id: string) => queryOptions({ queryKey: [keys.coupons, id], queryFn: ({ signal }) => ask(api.GET("/api/coupons/{id}", { params: { path: { id } }, signal })) });

const at = ({ id }: Coupon) => ({ params: { path: { id } } });
export const offerCoupon = (body: CouponInput) => ask(api.POST("/api/coupons", { body }));
export const giveCoupon = (coupon: Coupon, clientId: string) => ask(api.POST("/api/coupons/{id}/clients", { ...at(coupon), body: { clientId } }));
export const takeCouponAway = (coupon: Coupon, clientId: string) => ask(api.POST("/api/coupons/{id}/clients/take-away", { ...at(coupon), body: { clientId } }));
export const withdrawCoupon = (coupon: Coupon) => ask(api.POST("/api/coupons/{id}/withdraw", at(coupon)));
