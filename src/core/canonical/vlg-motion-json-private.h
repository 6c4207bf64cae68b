/* vlg-motion-json-private.h — what writer and reader of a motion's JSON share
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The "format" that is written; a reader of every older one is kept. */
#define VLG_MOTION_JSON_FORMAT 1
