import { cancelSessionRoute, getSession, putSessionRoute } from "@/lib/api/sessions/routes";

/** One run of an own offering. A run that was announced is not deleted but cancelled. */
export const GET = getSession;
export const PUT = putSessionRoute;
export const DELETE = cancelSessionRoute;
