import { isVietnamese } from './values';

type Labels = Readonly<Record<string, readonly [vi: string, en: string]>>;

const LEVELS: Labels = {
  central: ['Trung ương', 'Central'],
  province: ['Cấp tỉnh', 'Province'],
  district: ['Cấp huyện', 'District'],
  commune: ['Cấp xã', 'Commune'],
  grassroots: ['Cơ sở', 'Grassroots'],
  ministry: ['Bộ, ngành', 'Ministry'],
};

const BRANCHES: Labels = {
  party: ['Đảng', 'Party'],
  state: ['Nhà nước', 'State'],
  council: ['Hội đồng nhân dân', "People's Council"],
  front: ['Mặt trận Tổ quốc', 'Fatherland Front'],
  union: ['Đoàn thể', 'Mass organisations'],
  other: ['Khác', 'Other'],
};

const FEATURED: Labels = { true: ['Nổi bật', 'Featured'], false: ['Không nổi bật', 'Not featured'] };

const labelIn =
  (labels: Labels) =>
  (code: string, locale: string): string => {
    const names = Object.hasOwn(labels, code) ? labels[code] : undefined;
    return names?.[isVietnamese(locale) ? 0 : 1] ?? code;
  };

/** What readers see for an issuer's level; an unknown code stands for itself. */
export const levelLabel = labelIn(LEVELS);

/** What readers see for the branch an issuer belongs to; an unknown code stands for itself. */
export const branchLabel = labelIn(BRANCHES);

/** What readers see for the values `true` and `false` of the filter for featured articles. */
export const featuredLabel = labelIn(FEATURED);
