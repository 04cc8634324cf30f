/** Texts by their whole id. */
export const texts: Record<string, string> = {
  'feeds.webhooks.title': 'Tin báo cho hệ thống khác',
  'feeds.webhooks.error': 'Chưa đọc được danh sách webhook. Hãy thử lại.',
  'feeds.webhooks.none': 'Chưa khai báo webhook nào (biến WEBHOOKS).',
  'feeds.webhooks.state': 'Đang chờ gửi: {waiting} · Không gửi được: {dead}',
  'feeds.webhooks.removed': 'Không còn khai báo; tin còn lại không được gửi nữa.',
  'feeds.webhooks.dead': 'Tin không gửi được',
  'feeds.webhooks.line': '{when} · đã thử {attempts} lần · {error}',
  'feeds.webhooks.replay': 'Gửi lại',
  'feeds.webhooks.replay-all': 'Gửi lại tất cả ({count})',
  'feeds.webhooks.replay-one': 'Gửi lại {type} cho {webhook}',
  'feeds.webhooks.more': 'và {count} tin nữa',
  'feeds.webhooks.replayed': 'Đã đưa {count} tin vào hàng chờ gửi lại.',
  'feeds.webhooks.not-replayed': 'Chưa gửi lại được. Hãy thử lại.',
};
