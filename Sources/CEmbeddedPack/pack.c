// Written by Scripts/embed-pack. Do not edit: run it again.
#include "CEmbeddedPack.h"

static const unsigned char file_0[] = {
#embed "../../rules/england/alignment/both-tiers-in-cdrp.yaml"
};
static const unsigned char file_1[] = {
#embed "../../rules/england/alignment/child-poverty-partners-include-districts.yaml"
};
static const unsigned char file_2[] = {
#embed "../../rules/england/alignment/children-arrangements-include-districts.yaml"
};
static const unsigned char file_3[] = {
#embed "../../rules/england/alignment/community-safety-agreement-yearly.yaml"
};
static const unsigned char file_4[] = {
#embed "../../rules/england/alignment/county-function-without-county.yaml"
};
static const unsigned char file_5[] = {
#embed "../../rules/england/alignment/county-narrowing-gap-between-districts.yaml"
};
static const unsigned char file_6[] = {
#embed "../../rules/england/alignment/county-response-to-district-scrutiny.yaml"
};
static const unsigned char file_7[] = {
#embed "../../rules/england/alignment/county-safety-group-membership.yaml"
};
static const unsigned char file_8[] = {
#embed "../../rules/england/alignment/county-scs-consults-districts.yaml"
};
static const unsigned char file_9[] = {
#embed "../../rules/england/alignment/crime-target-matches-safety-agreement.yaml"
};
static const unsigned char file_10[] = {
#embed "../../rules/england/alignment/district-action-plan-reflects-laa.yaml"
};
static const unsigned char file_11[] = {
#embed "../../rules/england/alignment/district-breakdown-mismatch.yaml"
};
static const unsigned char file_12[] = {
#embed "../../rules/england/alignment/district-cannot-own-laa.yaml"
};
static const unsigned char file_13[] = {
#embed "../../rules/england/alignment/district-consent-for-related-target.yaml"
};
static const unsigned char file_14[] = {
#embed "../../rules/england/alignment/district-contribution-orphan.yaml"
};
static const unsigned char file_15[] = {
#embed "../../rules/england/alignment/district-coverage-balance.yaml"
};
static const unsigned char file_16[] = {
#embed "../../rules/england/alignment/district-full-involvement-in-county-scs.yaml"
};
static const unsigned char file_17[] = {
#embed "../../rules/england/alignment/district-function-without-district.yaml"
};
static const unsigned char file_18[] = {
#embed "../../rules/england/alignment/district-ldf-reflects-laa-outcomes.yaml"
};
static const unsigned char file_19[] = {
#embed "../../rules/england/alignment/district-lsp-listed.yaml"
};
static const unsigned char file_20[] = {
#embed "../../rules/england/alignment/district-lsp-on-county-lsp.yaml"
};
static const unsigned char file_21[] = {
#embed "../../rules/england/alignment/district-plan-considers-safety-agreement.yaml"
};
static const unsigned char file_22[] = {
#embed "../../rules/england/alignment/district-plan-regards-county-scs.yaml"
};
static const unsigned char file_23[] = {
#embed "../../rules/england/alignment/district-scrutiny-scope.yaml"
};
static const unsigned char file_24[] = {
#embed "../../rules/england/alignment/district-top-priority-not-reflected.yaml"
};
static const unsigned char file_25[] = {
#embed "../../rules/england/alignment/economic-assessment-district-participation.yaml"
};
static const unsigned char file_26[] = {
#embed "../../rules/england/alignment/every-district-consulted-on-laa.yaml"
};
static const unsigned char file_27[] = {
#embed "../../rules/england/alignment/every-district-is-partner.yaml"
};
static const unsigned char file_28[] = {
#embed "../../rules/england/alignment/joint-scrutiny-group-shape.yaml"
};
static const unsigned char file_29[] = {
#embed "../../rules/england/alignment/jsna-district-consulted.yaml"
};
static const unsigned char file_30[] = {
#embed "../../rules/england/alignment/laa-district-section.yaml"
};
static const unsigned char file_31[] = {
#embed "../../rules/england/alignment/laa-priority-without-district-source.yaml"
};
static const unsigned char file_32[] = {
#embed "../../rules/england/alignment/london-plan-regard.yaml"
};
static const unsigned char file_33[] = {
#embed "../../rules/england/alignment/named-area-not-in-county.yaml"
};
static const unsigned char file_34[] = {
#embed "../../rules/england/alignment/partner-boundary-mismatch.yaml"
};
static const unsigned char file_35[] = {
#embed "../../rules/england/alignment/safety-agreement-built-on-all-districts.yaml"
};
static const unsigned char file_36[] = {
#embed "../../rules/england/alignment/same-indicator-conflicting-values.yaml"
};
static const unsigned char file_37[] = {
#embed "../../rules/england/alignment/scs-tier-model-declared.yaml"
};
static const unsigned char file_38[] = {
#embed "../../rules/england/alignment/scs-tier-overlap.yaml"
};
static const unsigned char file_39[] = {
#embed "../../rules/england/alignment/shadow-council-as-partner.yaml"
};
static const unsigned char file_40[] = {
#embed "../../rules/england/alignment/spatial-level-not-declared.yaml"
};
static const unsigned char file_41[] = {
#embed "../../rules/england/evidence/best-value-consultees.yaml"
};
static const unsigned char file_42[] = {
#embed "../../rules/england/evidence/community-representative-selection.yaml"
};
static const unsigned char file_43[] = {
#embed "../../rules/england/evidence/conflict-of-interest-declared.yaml"
};
static const unsigned char file_44[] = {
#embed "../../rules/england/evidence/consultation-before-decision.yaml"
};
static const unsigned char file_45[] = {
#embed "../../rules/england/evidence/crime-target-cites-strategic-assessment.yaml"
};
static const unsigned char file_46[] = {
#embed "../../rules/england/evidence/duty-to-involve-considered.yaml"
};
static const unsigned char file_47[] = {
#embed "../../rules/england/evidence/engagement-coordinated.yaml"
};
static const unsigned char file_48[] = {
#embed "../../rules/england/evidence/engagement-inclusive.yaml"
};
static const unsigned char file_49[] = {
#embed "../../rules/england/evidence/evidence-per-priority.yaml"
};
static const unsigned char file_50[] = {
#embed "../../rules/england/evidence/evidence-stale-in-strategy.yaml"
};
static const unsigned char file_51[] = {
#embed "../../rules/england/evidence/evidence-stale.yaml"
};
static const unsigned char file_52[] = {
#embed "../../rules/england/evidence/health-target-cites-jsna.yaml"
};
static const unsigned char file_53[] = {
#embed "../../rules/england/evidence/plan-summary-published.yaml"
};
static const unsigned char file_54[] = {
#embed "../../rules/england/evidence/public-engagement-on-priorities.yaml"
};
static const unsigned char file_55[] = {
#embed "../../rules/england/evidence/representation-is-not-consultation.yaml"
};
static const unsigned char file_56[] = {
#embed "../../rules/england/evidence/safety-public-meeting.yaml"
};
static const unsigned char file_57[] = {
#embed "../../rules/england/evidence/sci-aligned.yaml"
};
static const unsigned char file_58[] = {
#embed "../../rules/england/evidence/strategic-assessment-contents.yaml"
};
static const unsigned char file_59[] = {
#embed "../../rules/england/finance/area-based-grant-ringfenced.yaml"
};
static const unsigned char file_60[] = {
#embed "../../rules/england/finance/business-improvement-district-vote.yaml"
};
static const unsigned char file_61[] = {
#embed "../../rules/england/finance/childrens-pool-parties.yaml"
};
static const unsigned char file_62[] = {
#embed "../../rules/england/finance/contributions-do-not-add-up.yaml"
};
static const unsigned char file_63[] = {
#embed "../../rules/england/finance/laa-grant-after-2008.yaml"
};
static const unsigned char file_64[] = {
#embed "../../rules/england/finance/lsp-support-cost-known.yaml"
};
static const unsigned char file_65[] = {
#embed "../../rules/england/finance/partnership-money-review.yaml"
};
static const unsigned char file_66[] = {
#embed "../../rules/england/finance/pool-audit.yaml"
};
static const unsigned char file_67[] = {
#embed "../../rules/england/finance/pool-excluded-functions.yaml"
};
static const unsigned char file_68[] = {
#embed "../../rules/england/finance/pool-host-and-manager.yaml"
};
static const unsigned char file_69[] = {
#embed "../../rules/england/finance/pool-joint-consultation.yaml"
};
static const unsigned char file_70[] = {
#embed "../../rules/england/finance/pool-nhs-trust-consent.yaml"
};
static const unsigned char file_71[] = {
#embed "../../rules/england/finance/pool-old-statute-cited.yaml"
};
static const unsigned char file_72[] = {
#embed "../../rules/england/finance/pool-parties-eligible.yaml"
};
static const unsigned char file_73[] = {
#embed "../../rules/england/finance/pool-reporting.yaml"
};
static const unsigned char file_74[] = {
#embed "../../rules/england/finance/pool-written-contents.yaml"
};
static const unsigned char file_75[] = {
#embed "../../rules/england/finance/resource-arrangement-type.yaml"
};
static const unsigned char file_76[] = {
#embed "../../rules/england/finance/resources-mapped-to-targets.yaml"
};
static const unsigned char file_77[] = {
#embed "../../rules/england/finance/reward-grant-after-abolition.yaml"
};
static const unsigned char file_78[] = {
#embed "../../rules/england/finance/reward-link-per-target.yaml"
};
static const unsigned char file_79[] = {
#embed "../../rules/england/governance/accountable-body-named.yaml"
};
static const unsigned char file_80[] = {
#embed "../../rules/england/governance/action-owner-not-a-party.yaml"
};
static const unsigned char file_81[] = {
#embed "../../rules/england/governance/action-without-owner.yaml"
};
static const unsigned char file_82[] = {
#embed "../../rules/england/governance/arrangements-recorded.yaml"
};
static const unsigned char file_83[] = {
#embed "../../rules/england/governance/capacity-plan.yaml"
};
static const unsigned char file_84[] = {
#embed "../../rules/england/governance/cdrp-chair-rules.yaml"
};
static const unsigned char file_85[] = {
#embed "../../rules/england/governance/cdrp-information-protocol.yaml"
};
static const unsigned char file_86[] = {
#embed "../../rules/england/governance/cdrp-membership.yaml"
};
static const unsigned char file_87[] = {
#embed "../../rules/england/governance/cdrp-portfolio-holder.yaml"
};
static const unsigned char file_88[] = {
#embed "../../rules/england/governance/chair-and-appointment.yaml"
};
static const unsigned char file_89[] = {
#embed "../../rules/england/governance/childrens-trust-partners.yaml"
};
static const unsigned char file_90[] = {
#embed "../../rules/england/governance/core-agencies-present.yaml"
};
static const unsigned char file_91[] = {
#embed "../../rules/england/governance/council-leadership-backstop.yaml"
};
static const unsigned char file_92[] = {
#embed "../../rules/england/governance/delivery-protocol-present.yaml"
};
static const unsigned char file_93[] = {
#embed "../../rules/england/governance/district-scrutiny-notice.yaml"
};
static const unsigned char file_94[] = {
#embed "../../rules/england/governance/duty-cooperate-misdescribed.yaml"
};
static const unsigned char file_95[] = {
#embed "../../rules/england/governance/executive-board-present.yaml"
};
static const unsigned char file_96[] = {
#embed "../../rules/england/governance/executive-members-authority.yaml"
};
static const unsigned char file_97[] = {
#embed "../../rules/england/governance/fund-held-by-partnership.yaml"
};
static const unsigned char file_98[] = {
#embed "../../rules/england/governance/governing-document-elements.yaml"
};
static const unsigned char file_99[] = {
#embed "../../rules/england/governance/housing-associations-considered.yaml"
};
static const unsigned char file_100[] = {
#embed "../../rules/england/governance/lsp-claimed-statutory.yaml"
};
static const unsigned char file_101[] = {
#embed "../../rules/england/governance/lsp-company-flag.yaml"
};
static const unsigned char file_102[] = {
#embed "../../rules/england/governance/lsp-founding-tasks.yaml"
};
static const unsigned char file_103[] = {
#embed "../../rules/england/governance/lsp-shown-as-legal-entity.yaml"
};
static const unsigned char file_104[] = {
#embed "../../rules/england/governance/lsp-six-roles-covered.yaml"
};
static const unsigned char file_105[] = {
#embed "../../rules/england/governance/neighbourhood-and-parish-route.yaml"
};
static const unsigned char file_106[] = {
#embed "../../rules/england/governance/neighbourhood-renewal-area-lsp.yaml"
};
static const unsigned char file_107[] = {
#embed "../../rules/england/governance/nested-statutory-partnership-identity.yaml"
};
static const unsigned char file_108[] = {
#embed "../../rules/england/governance/partners-account-to-each-other-and-public.yaml"
};
static const unsigned char file_109[] = {
#embed "../../rules/england/governance/partnership-overlap.yaml"
};
static const unsigned char file_110[] = {
#embed "../../rules/england/governance/partnership-risk-register.yaml"
};
static const unsigned char file_111[] = {
#embed "../../rules/england/governance/partnership-value-reviewed.yaml"
};
static const unsigned char file_112[] = {
#embed "../../rules/england/governance/performance-management-arrangements.yaml"
};
static const unsigned char file_113[] = {
#embed "../../rules/england/governance/pilot-without-mainstreaming-decision.yaml"
};
static const unsigned char file_114[] = {
#embed "../../rules/england/governance/public-service-board-inside-lsp.yaml"
};
static const unsigned char file_115[] = {
#embed "../../rules/england/governance/purpose-and-model-declared.yaml"
};
static const unsigned char file_116[] = {
#embed "../../rules/england/governance/rationalisation-agreed-and-notified.yaml"
};
static const unsigned char file_117[] = {
#embed "../../rules/england/governance/reporting-rhythm-by-level.yaml"
};
static const unsigned char file_118[] = {
#embed "../../rules/england/governance/scrutiny-arrangements.yaml"
};
static const unsigned char file_119[] = {
#embed "../../rules/england/governance/scrutiny-information-request.yaml"
};
static const unsigned char file_120[] = {
#embed "../../rules/england/governance/scrutiny-notice-to-partner.yaml"
};
static const unsigned char file_121[] = {
#embed "../../rules/england/governance/scrutiny-response-two-months.yaml"
};
static const unsigned char file_122[] = {
#embed "../../rules/england/governance/sectors-at-strategic-level.yaml"
};
static const unsigned char file_123[] = {
#embed "../../rules/england/governance/sectors-in-theme-groups.yaml"
};
static const unsigned char file_124[] = {
#embed "../../rules/england/governance/thematic-groups-cover-blocks.yaml"
};
static const unsigned char file_125[] = {
#embed "../../rules/england/governance/three-levels-declared.yaml"
};
static const unsigned char file_126[] = {
#embed "../../rules/england/kinds/action-plan.yaml"
};
static const unsigned char file_127[] = {
#embed "../../rules/england/kinds/child-poverty-strategy.yaml"
};
static const unsigned char file_128[] = {
#embed "../../rules/england/kinds/common.yaml"
};
static const unsigned char file_129[] = {
#embed "../../rules/england/kinds/community-safety-agreement.yaml"
};
static const unsigned char file_130[] = {
#embed "../../rules/england/kinds/economic-assessment.yaml"
};
static const unsigned char file_131[] = {
#embed "../../rules/england/kinds/joint-strategic-needs-assessment.yaml"
};
static const unsigned char file_132[] = {
#embed "../../rules/england/kinds/local-area-agreement.yaml"
};
static const unsigned char file_133[] = {
#embed "../../rules/england/kinds/local-development-document.yaml"
};
static const unsigned char file_134[] = {
#embed "../../rules/england/kinds/local-strategic-partnership.yaml"
};
static const unsigned char file_135[] = {
#embed "../../rules/england/kinds/memorandum.yaml"
};
static const unsigned char file_136[] = {
#embed "../../rules/england/kinds/multi-area-agreement.yaml"
};
static const unsigned char file_137[] = {
#embed "../../rules/england/kinds/partnership-plan.yaml"
};
static const unsigned char file_138[] = {
#embed "../../rules/england/kinds/pooled-fund.yaml"
};
static const unsigned char file_139[] = {
#embed "../../rules/england/kinds/revision-proposal.yaml"
};
static const unsigned char file_140[] = {
#embed "../../rules/england/kinds/scrutiny-report.yaml"
};
static const unsigned char file_141[] = {
#embed "../../rules/england/kinds/strategic-assessment.yaml"
};
static const unsigned char file_142[] = {
#embed "../../rules/england/kinds/sustainable-community-strategy.yaml"
};
static const unsigned char file_143[] = {
#embed "../../rules/england/multi-area/maa-cross-boundary-purpose.yaml"
};
static const unsigned char file_144[] = {
#embed "../../rules/england/multi-area/maa-district-covered-not-party.yaml"
};
static const unsigned char file_145[] = {
#embed "../../rules/england/multi-area/maa-draft-contents.yaml"
};
static const unsigned char file_146[] = {
#embed "../../rules/england/multi-area/maa-existing-submission.yaml"
};
static const unsigned char file_147[] = {
#embed "../../rules/england/multi-area/maa-has-improvement-targets.yaml"
};
static const unsigned char file_148[] = {
#embed "../../rules/england/multi-area/maa-laa-values-differ.yaml"
};
static const unsigned char file_149[] = {
#embed "../../rules/england/multi-area/maa-pre-statutory-claim.yaml"
};
static const unsigned char file_150[] = {
#embed "../../rules/england/multi-area/maa-rejected-then-redirected.yaml"
};
static const unsigned char file_151[] = {
#embed "../../rules/england/multi-area/maa-request-contents.yaml"
};
static const unsigned char file_152[] = {
#embed "../../rules/england/multi-area/maa-request-parties.yaml"
};
static const unsigned char file_153[] = {
#embed "../../rules/england/multi-area/maa-responsible-authority.yaml"
};
static const unsigned char file_154[] = {
#embed "../../rules/england/multi-area/maa-revision-items.yaml"
};
static const unsigned char file_155[] = {
#embed "../../rules/england/multi-area/maa-target-consent.yaml"
};
static const unsigned char file_156[] = {
#embed "../../rules/england/multi-area/maa-two-authorities.yaml"
};
static const unsigned char file_157[] = {
#embed "../../rules/england/pack.yaml"
};
static const unsigned char file_158[] = {
#embed "../../rules/england/parameters/agreement_term_years.yaml"
};
static const unsigned char file_159[] = {
#embed "../../rules/england/parameters/agreement_years.yaml"
};
static const unsigned char file_160[] = {
#embed "../../rules/england/parameters/designated_targets_maximum.yaml"
};
static const unsigned char file_161[] = {
#embed "../../rules/england/parameters/designation_window_months.yaml"
};
static const unsigned char file_162[] = {
#embed "../../rules/england/parameters/district_figures_tolerance.yaml"
};
static const unsigned char file_163[] = {
#embed "../../rules/england/parameters/district_gap_ratio.yaml"
};
static const unsigned char file_164[] = {
#embed "../../rules/england/parameters/district_scrutiny_response_months.yaml"
};
static const unsigned char file_165[] = {
#embed "../../rules/england/parameters/evidence_age_years.yaml"
};
static const unsigned char file_166[] = {
#embed "../../rules/england/parameters/general_revocation_day.yaml"
};
static const unsigned char file_167[] = {
#embed "../../rules/england/parameters/national_indicators_count.yaml"
};
static const unsigned char file_168[] = {
#embed "../../rules/england/parameters/place_survey_years.yaml"
};
static const unsigned char file_169[] = {
#embed "../../rules/england/parameters/scrutiny_response_months.yaml"
};
static const unsigned char file_170[] = {
#embed "../../rules/england/parameters/standstill_months.yaml"
};
static const unsigned char file_171[] = {
#embed "../../rules/england/parameters/statutory_education_indicators.yaml"
};
static const unsigned char file_172[] = {
#embed "../../rules/england/parameters/statutory_education_targets_count.yaml"
};
static const unsigned char file_173[] = {
#embed "../../rules/england/parameters/strategy_review_years.yaml"
};
static const unsigned char file_174[] = {
#embed "../../rules/england/provisions/audit-commission-2005.yaml"
};
static const unsigned char file_175[] = {
#embed "../../rules/england/provisions/audit-commission-2007.yaml"
};
static const unsigned char file_176[] = {
#embed "../../rules/england/provisions/audit-commission-2009.yaml"
};
static const unsigned char file_177[] = {
#embed "../../rules/england/provisions/cda-1998.yaml"
};
static const unsigned char file_178[] = {
#embed "../../rules/england/provisions/child-poverty-act-2010.yaml"
};
static const unsigned char file_179[] = {
#embed "../../rules/england/provisions/children-act-2004.yaml"
};
static const unsigned char file_180[] = {
#embed "../../rules/england/provisions/clg-papers.yaml"
};
static const unsigned char file_181[] = {
#embed "../../rules/england/provisions/council-papers.yaml"
};
static const unsigned char file_182[] = {
#embed "../../rules/england/provisions/deregulation-act-2015.yaml"
};
static const unsigned char file_183[] = {
#embed "../../rules/england/provisions/gla-act-1999.yaml"
};
static const unsigned char file_184[] = {
#embed "../../rules/england/provisions/hc-written-answers.yaml"
};
static const unsigned char file_185[] = {
#embed "../../rules/england/provisions/hc-written-statements.yaml"
};
static const unsigned char file_186[] = {
#embed "../../rules/england/provisions/health-act-1999.yaml"
};
static const unsigned char file_187[] = {
#embed "../../rules/england/provisions/hl-debates.yaml"
};
static const unsigned char file_188[] = {
#embed "../../rules/england/provisions/ldedca-2009-notes.yaml"
};
static const unsigned char file_189[] = {
#embed "../../rules/england/provisions/ldedca-2009.yaml"
};
static const unsigned char file_190[] = {
#embed "../../rules/england/provisions/lga-1999.yaml"
};
static const unsigned char file_191[] = {
#embed "../../rules/england/provisions/lga-2000.yaml"
};
static const unsigned char file_192[] = {
#embed "../../rules/england/provisions/lgpiha-2007-notes.yaml"
};
static const unsigned char file_193[] = {
#embed "../../rules/england/provisions/lgpiha-2007.yaml"
};
static const unsigned char file_194[] = {
#embed "../../rules/england/provisions/negotiating-new-laas-2007.yaml"
};
static const unsigned char file_195[] = {
#embed "../../rules/england/provisions/nhs-act-2006.yaml"
};
static const unsigned char file_196[] = {
#embed "../../rules/england/provisions/odpm-consultation-2005-report.yaml"
};
static const unsigned char file_197[] = {
#embed "../../rules/england/provisions/operational-guidance-2007.yaml"
};
static const unsigned char file_198[] = {
#embed "../../rules/england/provisions/pack-policy.yaml"
};
static const unsigned char file_199[] = {
#embed "../../rules/england/provisions/pcpa-2004.yaml"
};
static const unsigned char file_200[] = {
#embed "../../rules/england/provisions/policing-and-crime-act-2009.yaml"
};
static const unsigned char file_201[] = {
#embed "../../rules/england/provisions/practitioner-article-2008.yaml"
};
static const unsigned char file_202[] = {
#embed "../../rules/england/provisions/secretary-of-state-2010.yaml"
};
static const unsigned char file_203[] = {
#embed "../../rules/england/provisions/si-2000-2853.yaml"
};
static const unsigned char file_204[] = {
#embed "../../rules/england/provisions/si-2000-617.yaml"
};
static const unsigned char file_205[] = {
#embed "../../rules/england/provisions/si-2005-2450.yaml"
};
static const unsigned char file_206[] = {
#embed "../../rules/england/provisions/si-2007-1415.yaml"
};
static const unsigned char file_207[] = {
#embed "../../rules/england/provisions/si-2007-1830.yaml"
};
static const unsigned char file_208[] = {
#embed "../../rules/england/provisions/si-2008-2113.yaml"
};
static const unsigned char file_209[] = {
#embed "../../rules/england/provisions/si-2008-3068.yaml"
};
static const unsigned char file_210[] = {
#embed "../../rules/england/provisions/si-2008-516.yaml"
};
static const unsigned char file_211[] = {
#embed "../../rules/england/provisions/si-2009-1919.yaml"
};
static const unsigned char file_212[] = {
#embed "../../rules/england/provisions/si-2009-3318.yaml"
};
static const unsigned char file_213[] = {
#embed "../../rules/england/provisions/si-2010-591.yaml"
};
static const unsigned char file_214[] = {
#embed "../../rules/england/provisions/statutory-guidance-2008.yaml"
};
static const unsigned char file_215[] = {
#embed "../../rules/england/provisions/sustainable-communities-act-2007.yaml"
};
static const unsigned char file_216[] = {
#embed "../../rules/england/provisions/white-paper-2001.yaml"
};
static const unsigned char file_217[] = {
#embed "../../rules/england/quality/assessment-framework-date.yaml"
};
static const unsigned char file_218[] = {
#embed "../../rules/england/quality/baseline-after-first-year.yaml"
};
static const unsigned char file_219[] = {
#embed "../../rules/england/quality/body-name-anachronism.yaml"
};
static const unsigned char file_220[] = {
#embed "../../rules/england/quality/citation-not-in-force.yaml"
};
static const unsigned char file_221[] = {
#embed "../../rules/england/quality/consulted-body-anachronism.yaml"
};
static const unsigned char file_222[] = {
#embed "../../rules/england/quality/contract-language.yaml"
};
static const unsigned char file_223[] = {
#embed "../../rules/england/quality/data-source-and-frequency.yaml"
};
static const unsigned char file_224[] = {
#embed "../../rules/england/quality/dates-out-of-order.yaml"
};
static const unsigned char file_225[] = {
#embed "../../rules/england/quality/duplicate-id.yaml"
};
static const unsigned char file_226[] = {
#embed "../../rules/england/quality/duplicate-target-id.yaml"
};
static const unsigned char file_227[] = {
#embed "../../rules/england/quality/indicator-title-mismatch.yaml"
};
static const unsigned char file_228[] = {
#embed "../../rules/england/quality/legislation-table-check.yaml"
};
static const unsigned char file_229[] = {
#embed "../../rules/england/quality/member-body-anachronism.yaml"
};
static const unsigned char file_230[] = {
#embed "../../rules/england/quality/partner-listed-twice.yaml"
};
static const unsigned char file_231[] = {
#embed "../../rules/england/quality/percentage-out-of-range.yaml"
};
static const unsigned char file_232[] = {
#embed "../../rules/england/quality/shared-data-agreement.yaml"
};
static const unsigned char file_233[] = {
#embed "../../rules/england/quality/strategy-period-backwards.yaml"
};
static const unsigned char file_234[] = {
#embed "../../rules/england/quality/submitted-before-direction.yaml"
};
static const unsigned char file_235[] = {
#embed "../../rules/england/quality/target-added-before-approval.yaml"
};
static const unsigned char file_236[] = {
#embed "../../rules/england/quality/undefined-abbreviation.yaml"
};
static const unsigned char file_237[] = {
#embed "../../rules/england/quality/unit-and-polarity-declared.yaml"
};
static const unsigned char file_238[] = {
#embed "../../rules/england/registers/authorities.yaml"
};
static const unsigned char file_239[] = {
#embed "../../rules/england/registers/guidance.yaml"
};
static const unsigned char file_240[] = {
#embed "../../rules/england/registers/indicators.yaml"
};
static const unsigned char file_241[] = {
#embed "../../rules/england/registers/partner-authority-kinds.yaml"
};
static const unsigned char file_242[] = {
#embed "../../rules/england/registers/partner-bodies.yaml"
};
static const unsigned char file_243[] = {
#embed "../../rules/england/revision/added-target-change-in-standstill.yaml"
};
static const unsigned char file_244[] = {
#embed "../../rules/england/revision/added-target-consents-incomplete.yaml"
};
static const unsigned char file_245[] = {
#embed "../../rules/england/revision/consent-not-renewed-on-amendment.yaml"
};
static const unsigned char file_246[] = {
#embed "../../rules/england/revision/designated-after-general-revocation.yaml"
};
static const unsigned char file_247[] = {
#embed "../../rules/england/revision/designated-changed-without-revision.yaml"
};
static const unsigned char file_248[] = {
#embed "../../rules/england/revision/designated-not-in-agreement.yaml"
};
static const unsigned char file_249[] = {
#embed "../../rules/england/revision/designation-lost-on-change.yaml"
};
static const unsigned char file_250[] = {
#embed "../../rules/england/revision/designation-notice.yaml"
};
static const unsigned char file_251[] = {
#embed "../../rules/england/revision/designation-window-after-revision.yaml"
};
static const unsigned char file_252[] = {
#embed "../../rules/england/revision/designation-window.yaml"
};
static const unsigned char file_253[] = {
#embed "../../rules/england/revision/directed-revision-late.yaml"
};
static const unsigned char file_254[] = {
#embed "../../rules/england/revision/executive-changed-alone.yaml"
};
static const unsigned char file_255[] = {
#embed "../../rules/england/revision/local-change-in-standstill.yaml"
};
static const unsigned char file_256[] = {
#embed "../../rules/england/revision/local-change-without-consulting-others.yaml"
};
static const unsigned char file_257[] = {
#embed "../../rules/england/revision/local-change-without-partner-consent.yaml"
};
static const unsigned char file_258[] = {
#embed "../../rules/england/revision/memorandum-contents.yaml"
};
static const unsigned char file_259[] = {
#embed "../../rules/england/revision/memorandum-directed-form.yaml"
};
static const unsigned char file_260[] = {
#embed "../../rules/england/revision/memorandum-event-unrecorded.yaml"
};
static const unsigned char file_261[] = {
#embed "../../rules/england/revision/memorandum-have-regard-list-wrong.yaml"
};
static const unsigned char file_262[] = {
#embed "../../rules/england/revision/memorandum-missing-for-event.yaml"
};
static const unsigned char file_263[] = {
#embed "../../rules/england/revision/modification-of-voluntary-revision.yaml"
};
static const unsigned char file_264[] = {
#embed "../../rules/england/revision/refresh-calendar.yaml"
};
static const unsigned char file_265[] = {
#embed "../../rules/england/revision/refresh-reason-compelling.yaml"
};
static const unsigned char file_266[] = {
#embed "../../rules/england/revision/revision-addition-persons.yaml"
};
static const unsigned char file_267[] = {
#embed "../../rules/england/revision/revision-applied-before-approval.yaml"
};
static const unsigned char file_268[] = {
#embed "../../rules/england/revision/revision-change-consenters.yaml"
};
static const unsigned char file_269[] = {
#embed "../../rules/england/revision/revision-cooperation.yaml"
};
static const unsigned char file_270[] = {
#embed "../../rules/england/revision/revision-outside-laa-period.yaml"
};
static const unsigned char file_271[] = {
#embed "../../rules/england/revision/revision-partner-consultation.yaml"
};
static const unsigned char file_272[] = {
#embed "../../rules/england/revision/revision-proposal-scope.yaml"
};
static const unsigned char file_273[] = {
#embed "../../rules/england/revision/revoked-still-designated.yaml"
};
static const unsigned char file_274[] = {
#embed "../../rules/england/revision/target-added-without-route.yaml"
};
static const unsigned char file_275[] = {
#embed "../../rules/england/routes.yaml"
};
static const unsigned char file_276[] = {
#embed "../../rules/england/statutory/approval-notice-in-writing.yaml"
};
static const unsigned char file_277[] = {
#embed "../../rules/england/statutory/consult-each-partner-authority.yaml"
};
static const unsigned char file_278[] = {
#embed "../../rules/england/statutory/consult-third-sector-and-business.yaml"
};
static const unsigned char file_279[] = {
#embed "../../rules/england/statutory/contribution-not-stated.yaml"
};
static const unsigned char file_280[] = {
#embed "../../rules/england/statutory/cooperation-recorded-per-target.yaml"
};
static const unsigned char file_281[] = {
#embed "../../rules/england/statutory/county-fire-not-separate.yaml"
};
static const unsigned char file_282[] = {
#embed "../../rules/england/statutory/direction-missing.yaml"
};
static const unsigned char file_283[] = {
#embed "../../rules/england/statutory/economic-assessment-authority.yaml"
};
static const unsigned char file_284[] = {
#embed "../../rules/england/statutory/effect-differs-from-approved-draft.yaml"
};
static const unsigned char file_285[] = {
#embed "../../rules/england/statutory/full-council-approval-before-submission.yaml"
};
static const unsigned char file_286[] = {
#embed "../../rules/england/statutory/hospital-trust-nexus.yaml"
};
static const unsigned char file_287[] = {
#embed "../../rules/england/statutory/in-effect-before-approval.yaml"
};
static const unsigned char file_288[] = {
#embed "../../rules/england/statutory/jsna-cooperation-and-guidance.yaml"
};
static const unsigned char file_289[] = {
#embed "../../rules/england/statutory/jsna-exists.yaml"
};
static const unsigned char file_290[] = {
#embed "../../rules/england/statutory/jsna-joint-preparers.yaml"
};
static const unsigned char file_291[] = {
#embed "../../rules/england/statutory/jsna-predecessor-county-consulted.yaml"
};
static const unsigned char file_292[] = {
#embed "../../rules/england/statutory/jsna-published.yaml"
};
static const unsigned char file_293[] = {
#embed "../../rules/england/statutory/jsna-relevant-need-test.yaml"
};
static const unsigned char file_294[] = {
#embed "../../rules/england/statutory/laa-period-stated.yaml"
};
static const unsigned char file_295[] = {
#embed "../../rules/england/statutory/laa-targets-present.yaml"
};
static const unsigned char file_296[] = {
#embed "../../rules/england/statutory/partner-authority-misclassified.yaml"
};
static const unsigned char file_297[] = {
#embed "../../rules/england/statutory/partner-authority-out-of-date.yaml"
};
static const unsigned char file_298[] = {
#embed "../../rules/england/statutory/partner-register-complete.yaml"
};
static const unsigned char file_299[] = {
#embed "../../rules/england/statutory/pre-statutory-laa-skip.yaml"
};
static const unsigned char file_300[] = {
#embed "../../rules/england/statutory/predecessor-county-as-partner.yaml"
};
static const unsigned char file_301[] = {
#embed "../../rules/england/statutory/regard-to-community-strategy.yaml"
};
static const unsigned char file_302[] = {
#embed "../../rules/england/statutory/regard-to-guidance.yaml"
};
static const unsigned char file_303[] = {
#embed "../../rules/england/statutory/relates-to-without-consent.yaml"
};
static const unsigned char file_304[] = {
#embed "../../rules/england/statutory/responsible-authority-kind.yaml"
};
static const unsigned char file_305[] = {
#embed "../../rules/england/statutory/resubmission-after-modification.yaml"
};
static const unsigned char file_306[] = {
#embed "../../rules/england/statutory/revision-consults-third-sector-and-business.yaml"
};
static const unsigned char file_307[] = {
#embed "../../rules/england/statutory/revision-regard-to-community-strategy.yaml"
};
static const unsigned char file_308[] = {
#embed "../../rules/england/statutory/revision-regard-to-guidance.yaml"
};
static const unsigned char file_309[] = {
#embed "../../rules/england/statutory/secretary-of-state-function-limit.yaml"
};
static const unsigned char file_310[] = {
#embed "../../rules/england/statutory/shadow-council-predecessor-strategies.yaml"
};
static const unsigned char file_311[] = {
#embed "../../rules/england/statutory/strategy-adopted-by-full-council.yaml"
};
static const unsigned char file_312[] = {
#embed "../../rules/england/statutory/submitted-after-directed-date.yaml"
};
static const unsigned char file_313[] = {
#embed "../../rules/england/statutory/target-no-qualifying-person.yaml"
};
static const unsigned char file_314[] = {
#embed "../../rules/england/statutory/target-persons-specified.yaml"
};
static const unsigned char file_315[] = {
#embed "../../rules/england/statutory/target-wellbeing-dimension.yaml"
};
static const unsigned char file_316[] = {
#embed "../../rules/england/statutory/three-year-term.yaml"
};
static const unsigned char file_317[] = {
#embed "../../rules/england/statutory/transitional-direction-flag.yaml"
};
static const unsigned char file_318[] = {
#embed "../../rules/england/strategy/action-plan-takes-in-laa.yaml"
};
static const unsigned char file_319[] = {
#embed "../../rules/england/strategy/district-scs-consultation.yaml"
};
static const unsigned char file_320[] = {
#embed "../../rules/england/strategy/legal-duty-holder-misnamed.yaml"
};
static const unsigned char file_321[] = {
#embed "../../rules/england/strategy/london-mayor-strategies.yaml"
};
static const unsigned char file_322[] = {
#embed "../../rules/england/strategy/scs-baseline-and-evidence.yaml"
};
static const unsigned char file_323[] = {
#embed "../../rules/england/strategy/scs-child-poverty.yaml"
};
static const unsigned char file_324[] = {
#embed "../../rules/england/strategy/scs-cross-cutting-issues.yaml"
};
static const unsigned char file_325[] = {
#embed "../../rules/england/strategy/scs-exists-every-authority.yaml"
};
static const unsigned char file_326[] = {
#embed "../../rules/england/strategy/scs-four-ingredients.yaml"
};
static const unsigned char file_327[] = {
#embed "../../rules/england/strategy/scs-ldf-relationship.yaml"
};
static const unsigned char file_328[] = {
#embed "../../rules/england/strategy/scs-name.yaml"
};
static const unsigned char file_329[] = {
#embed "../../rules/england/strategy/scs-older-than-laa-cycle.yaml"
};
static const unsigned char file_330[] = {
#embed "../../rules/england/strategy/scs-partner-authorities.yaml"
};
static const unsigned char file_331[] = {
#embed "../../rules/england/strategy/scs-regard-guidance.yaml"
};
static const unsigned char file_332[] = {
#embed "../../rules/england/strategy/scs-regional-links.yaml"
};
static const unsigned char file_333[] = {
#embed "../../rules/england/strategy/scs-three-strands-and-sustainability.yaml"
};
static const unsigned char file_334[] = {
#embed "../../rules/england/strategy/scs-through-lsp.yaml"
};
static const unsigned char file_335[] = {
#embed "../../rules/england/strategy/wellbeing-power-cites-scs.yaml"
};
static const unsigned char file_336[] = {
#embed "../../rules/england/targets/baseline-present.yaml"
};
static const unsigned char file_337[] = {
#embed "../../rules/england/targets/designated-from-national-set.yaml"
};
static const unsigned char file_338[] = {
#embed "../../rules/england/targets/designated-max-35.yaml"
};
static const unsigned char file_339[] = {
#embed "../../rules/england/targets/duplicate-indicator.yaml"
};
static const unsigned char file_340[] = {
#embed "../../rules/england/targets/education-targets-not-in-35.yaml"
};
static const unsigned char file_341[] = {
#embed "../../rules/england/targets/gap-target.yaml"
};
static const unsigned char file_342[] = {
#embed "../../rules/england/targets/government-agreement-recorded.yaml"
};
static const unsigned char file_343[] = {
#embed "../../rules/england/targets/lead-partner-named.yaml"
};
static const unsigned char file_344[] = {
#embed "../../rules/england/targets/local-target-duty-denied.yaml"
};
static const unsigned char file_345[] = {
#embed "../../rules/england/targets/local-target-marking.yaml"
};
static const unsigned char file_346[] = {
#embed "../../rules/england/targets/local-targets-monitored.yaml"
};
static const unsigned char file_347[] = {
#embed "../../rules/england/targets/maa-target-not-an-improvement.yaml"
};
static const unsigned char file_348[] = {
#embed "../../rules/england/targets/mandatory-choice-claim.yaml"
};
static const unsigned char file_349[] = {
#embed "../../rules/england/targets/more-than-198-claim.yaml"
};
static const unsigned char file_350[] = {
#embed "../../rules/england/targets/national-indicator-not-yet-available.yaml"
};
static const unsigned char file_351[] = {
#embed "../../rules/england/targets/national-indicator-number-valid.yaml"
};
static const unsigned char file_352[] = {
#embed "../../rules/england/targets/placeholder-has-reason-and-date.yaml"
};
static const unsigned char file_353[] = {
#embed "../../rules/england/targets/placeholder-left-after-refresh.yaml"
};
static const unsigned char file_354[] = {
#embed "../../rules/england/targets/priority-without-delivery-plan.yaml"
};
static const unsigned char file_355[] = {
#embed "../../rules/england/targets/process-not-outcome.yaml"
};
static const unsigned char file_356[] = {
#embed "../../rules/england/targets/scs-priority-without-target.yaml"
};
static const unsigned char file_357[] = {
#embed "../../rules/england/targets/selection-rationale-missing.yaml"
};
static const unsigned char file_358[] = {
#embed "../../rules/england/targets/single-owner-cross-cutting.yaml"
};
static const unsigned char file_359[] = {
#embed "../../rules/england/targets/statutory-education-sixteen.yaml"
};
static const unsigned char file_360[] = {
#embed "../../rules/england/targets/stretch-target-missing.yaml"
};
static const unsigned char file_361[] = {
#embed "../../rules/england/targets/stretch-target-without-consent-path.yaml"
};
static const unsigned char file_362[] = {
#embed "../../rules/england/targets/survey-change-too-small.yaml"
};
static const unsigned char file_363[] = {
#embed "../../rules/england/targets/survey-indicator-yearly-values.yaml"
};
static const unsigned char file_364[] = {
#embed "../../rules/england/targets/target-date-outside-period.yaml"
};
static const unsigned char file_365[] = {
#embed "../../rules/england/targets/target-not-an-improvement.yaml"
};
static const unsigned char file_366[] = {
#embed "../../rules/england/targets/target-without-scs-priority.yaml"
};
static const unsigned char file_367[] = {
#embed "../../rules/england/targets/theme-without-target.yaml"
};
static const unsigned char file_368[] = {
#embed "../../rules/england/targets/three-yearly-values.yaml"
};
static const unsigned char file_369[] = {
#embed "../../rules/england/targets/trajectory-goes-backwards.yaml"
};
static const unsigned char file_370[] = {
#embed "../../rules/formats/authorities.yaml"
};
static const unsigned char file_371[] = {
#embed "../../rules/formats/configuration.yaml"
};
static const unsigned char file_372[] = {
#embed "../../rules/formats/guidance.yaml"
};
static const unsigned char file_373[] = {
#embed "../../rules/formats/indicators.yaml"
};
static const unsigned char file_374[] = {
#embed "../../rules/formats/pack.yaml"
};
static const unsigned char file_375[] = {
#embed "../../rules/formats/parameters.yaml"
};
static const unsigned char file_376[] = {
#embed "../../rules/formats/partner-authority-kinds.yaml"
};
static const unsigned char file_377[] = {
#embed "../../rules/formats/partner-bodies.yaml"
};
static const unsigned char file_378[] = {
#embed "../../rules/formats/provisions.yaml"
};
static const unsigned char file_379[] = {
#embed "../../rules/formats/routes.yaml"
};
static const unsigned char file_380[] = {
#embed "../../rules/formats/rule.yaml"
};

static const struct concordat_embedded_file files[] = {
  {"england/alignment/both-tiers-in-cdrp.yaml", file_0, sizeof file_0},
  {"england/alignment/child-poverty-partners-include-districts.yaml", file_1, sizeof file_1},
  {"england/alignment/children-arrangements-include-districts.yaml", file_2, sizeof file_2},
  {"england/alignment/community-safety-agreement-yearly.yaml", file_3, sizeof file_3},
  {"england/alignment/county-function-without-county.yaml", file_4, sizeof file_4},
  {"england/alignment/county-narrowing-gap-between-districts.yaml", file_5, sizeof file_5},
  {"england/alignment/county-response-to-district-scrutiny.yaml", file_6, sizeof file_6},
  {"england/alignment/county-safety-group-membership.yaml", file_7, sizeof file_7},
  {"england/alignment/county-scs-consults-districts.yaml", file_8, sizeof file_8},
  {"england/alignment/crime-target-matches-safety-agreement.yaml", file_9, sizeof file_9},
  {"england/alignment/district-action-plan-reflects-laa.yaml", file_10, sizeof file_10},
  {"england/alignment/district-breakdown-mismatch.yaml", file_11, sizeof file_11},
  {"england/alignment/district-cannot-own-laa.yaml", file_12, sizeof file_12},
  {"england/alignment/district-consent-for-related-target.yaml", file_13, sizeof file_13},
  {"england/alignment/district-contribution-orphan.yaml", file_14, sizeof file_14},
  {"england/alignment/district-coverage-balance.yaml", file_15, sizeof file_15},
  {"england/alignment/district-full-involvement-in-county-scs.yaml", file_16, sizeof file_16},
  {"england/alignment/district-function-without-district.yaml", file_17, sizeof file_17},
  {"england/alignment/district-ldf-reflects-laa-outcomes.yaml", file_18, sizeof file_18},
  {"england/alignment/district-lsp-listed.yaml", file_19, sizeof file_19},
  {"england/alignment/district-lsp-on-county-lsp.yaml", file_20, sizeof file_20},
  {"england/alignment/district-plan-considers-safety-agreement.yaml", file_21, sizeof file_21},
  {"england/alignment/district-plan-regards-county-scs.yaml", file_22, sizeof file_22},
  {"england/alignment/district-scrutiny-scope.yaml", file_23, sizeof file_23},
  {"england/alignment/district-top-priority-not-reflected.yaml", file_24, sizeof file_24},
  {"england/alignment/economic-assessment-district-participation.yaml", file_25, sizeof file_25},
  {"england/alignment/every-district-consulted-on-laa.yaml", file_26, sizeof file_26},
  {"england/alignment/every-district-is-partner.yaml", file_27, sizeof file_27},
  {"england/alignment/joint-scrutiny-group-shape.yaml", file_28, sizeof file_28},
  {"england/alignment/jsna-district-consulted.yaml", file_29, sizeof file_29},
  {"england/alignment/laa-district-section.yaml", file_30, sizeof file_30},
  {"england/alignment/laa-priority-without-district-source.yaml", file_31, sizeof file_31},
  {"england/alignment/london-plan-regard.yaml", file_32, sizeof file_32},
  {"england/alignment/named-area-not-in-county.yaml", file_33, sizeof file_33},
  {"england/alignment/partner-boundary-mismatch.yaml", file_34, sizeof file_34},
  {"england/alignment/safety-agreement-built-on-all-districts.yaml", file_35, sizeof file_35},
  {"england/alignment/same-indicator-conflicting-values.yaml", file_36, sizeof file_36},
  {"england/alignment/scs-tier-model-declared.yaml", file_37, sizeof file_37},
  {"england/alignment/scs-tier-overlap.yaml", file_38, sizeof file_38},
  {"england/alignment/shadow-council-as-partner.yaml", file_39, sizeof file_39},
  {"england/alignment/spatial-level-not-declared.yaml", file_40, sizeof file_40},
  {"england/evidence/best-value-consultees.yaml", file_41, sizeof file_41},
  {"england/evidence/community-representative-selection.yaml", file_42, sizeof file_42},
  {"england/evidence/conflict-of-interest-declared.yaml", file_43, sizeof file_43},
  {"england/evidence/consultation-before-decision.yaml", file_44, sizeof file_44},
  {"england/evidence/crime-target-cites-strategic-assessment.yaml", file_45, sizeof file_45},
  {"england/evidence/duty-to-involve-considered.yaml", file_46, sizeof file_46},
  {"england/evidence/engagement-coordinated.yaml", file_47, sizeof file_47},
  {"england/evidence/engagement-inclusive.yaml", file_48, sizeof file_48},
  {"england/evidence/evidence-per-priority.yaml", file_49, sizeof file_49},
  {"england/evidence/evidence-stale-in-strategy.yaml", file_50, sizeof file_50},
  {"england/evidence/evidence-stale.yaml", file_51, sizeof file_51},
  {"england/evidence/health-target-cites-jsna.yaml", file_52, sizeof file_52},
  {"england/evidence/plan-summary-published.yaml", file_53, sizeof file_53},
  {"england/evidence/public-engagement-on-priorities.yaml", file_54, sizeof file_54},
  {"england/evidence/representation-is-not-consultation.yaml", file_55, sizeof file_55},
  {"england/evidence/safety-public-meeting.yaml", file_56, sizeof file_56},
  {"england/evidence/sci-aligned.yaml", file_57, sizeof file_57},
  {"england/evidence/strategic-assessment-contents.yaml", file_58, sizeof file_58},
  {"england/finance/area-based-grant-ringfenced.yaml", file_59, sizeof file_59},
  {"england/finance/business-improvement-district-vote.yaml", file_60, sizeof file_60},
  {"england/finance/childrens-pool-parties.yaml", file_61, sizeof file_61},
  {"england/finance/contributions-do-not-add-up.yaml", file_62, sizeof file_62},
  {"england/finance/laa-grant-after-2008.yaml", file_63, sizeof file_63},
  {"england/finance/lsp-support-cost-known.yaml", file_64, sizeof file_64},
  {"england/finance/partnership-money-review.yaml", file_65, sizeof file_65},
  {"england/finance/pool-audit.yaml", file_66, sizeof file_66},
  {"england/finance/pool-excluded-functions.yaml", file_67, sizeof file_67},
  {"england/finance/pool-host-and-manager.yaml", file_68, sizeof file_68},
  {"england/finance/pool-joint-consultation.yaml", file_69, sizeof file_69},
  {"england/finance/pool-nhs-trust-consent.yaml", file_70, sizeof file_70},
  {"england/finance/pool-old-statute-cited.yaml", file_71, sizeof file_71},
  {"england/finance/pool-parties-eligible.yaml", file_72, sizeof file_72},
  {"england/finance/pool-reporting.yaml", file_73, sizeof file_73},
  {"england/finance/pool-written-contents.yaml", file_74, sizeof file_74},
  {"england/finance/resource-arrangement-type.yaml", file_75, sizeof file_75},
  {"england/finance/resources-mapped-to-targets.yaml", file_76, sizeof file_76},
  {"england/finance/reward-grant-after-abolition.yaml", file_77, sizeof file_77},
  {"england/finance/reward-link-per-target.yaml", file_78, sizeof file_78},
  {"england/governance/accountable-body-named.yaml", file_79, sizeof file_79},
  {"england/governance/action-owner-not-a-party.yaml", file_80, sizeof file_80},
  {"england/governance/action-without-owner.yaml", file_81, sizeof file_81},
  {"england/governance/arrangements-recorded.yaml", file_82, sizeof file_82},
  {"england/governance/capacity-plan.yaml", file_83, sizeof file_83},
  {"england/governance/cdrp-chair-rules.yaml", file_84, sizeof file_84},
  {"england/governance/cdrp-information-protocol.yaml", file_85, sizeof file_85},
  {"england/governance/cdrp-membership.yaml", file_86, sizeof file_86},
  {"england/governance/cdrp-portfolio-holder.yaml", file_87, sizeof file_87},
  {"england/governance/chair-and-appointment.yaml", file_88, sizeof file_88},
  {"england/governance/childrens-trust-partners.yaml", file_89, sizeof file_89},
  {"england/governance/core-agencies-present.yaml", file_90, sizeof file_90},
  {"england/governance/council-leadership-backstop.yaml", file_91, sizeof file_91},
  {"england/governance/delivery-protocol-present.yaml", file_92, sizeof file_92},
  {"england/governance/district-scrutiny-notice.yaml", file_93, sizeof file_93},
  {"england/governance/duty-cooperate-misdescribed.yaml", file_94, sizeof file_94},
  {"england/governance/executive-board-present.yaml", file_95, sizeof file_95},
  {"england/governance/executive-members-authority.yaml", file_96, sizeof file_96},
  {"england/governance/fund-held-by-partnership.yaml", file_97, sizeof file_97},
  {"england/governance/governing-document-elements.yaml", file_98, sizeof file_98},
  {"england/governance/housing-associations-considered.yaml", file_99, sizeof file_99},
  {"england/governance/lsp-claimed-statutory.yaml", file_100, sizeof file_100},
  {"england/governance/lsp-company-flag.yaml", file_101, sizeof file_101},
  {"england/governance/lsp-founding-tasks.yaml", file_102, sizeof file_102},
  {"england/governance/lsp-shown-as-legal-entity.yaml", file_103, sizeof file_103},
  {"england/governance/lsp-six-roles-covered.yaml", file_104, sizeof file_104},
  {"england/governance/neighbourhood-and-parish-route.yaml", file_105, sizeof file_105},
  {"england/governance/neighbourhood-renewal-area-lsp.yaml", file_106, sizeof file_106},
  {"england/governance/nested-statutory-partnership-identity.yaml", file_107, sizeof file_107},
  {"england/governance/partners-account-to-each-other-and-public.yaml", file_108, sizeof file_108},
  {"england/governance/partnership-overlap.yaml", file_109, sizeof file_109},
  {"england/governance/partnership-risk-register.yaml", file_110, sizeof file_110},
  {"england/governance/partnership-value-reviewed.yaml", file_111, sizeof file_111},
  {"england/governance/performance-management-arrangements.yaml", file_112, sizeof file_112},
  {"england/governance/pilot-without-mainstreaming-decision.yaml", file_113, sizeof file_113},
  {"england/governance/public-service-board-inside-lsp.yaml", file_114, sizeof file_114},
  {"england/governance/purpose-and-model-declared.yaml", file_115, sizeof file_115},
  {"england/governance/rationalisation-agreed-and-notified.yaml", file_116, sizeof file_116},
  {"england/governance/reporting-rhythm-by-level.yaml", file_117, sizeof file_117},
  {"england/governance/scrutiny-arrangements.yaml", file_118, sizeof file_118},
  {"england/governance/scrutiny-information-request.yaml", file_119, sizeof file_119},
  {"england/governance/scrutiny-notice-to-partner.yaml", file_120, sizeof file_120},
  {"england/governance/scrutiny-response-two-months.yaml", file_121, sizeof file_121},
  {"england/governance/sectors-at-strategic-level.yaml", file_122, sizeof file_122},
  {"england/governance/sectors-in-theme-groups.yaml", file_123, sizeof file_123},
  {"england/governance/thematic-groups-cover-blocks.yaml", file_124, sizeof file_124},
  {"england/governance/three-levels-declared.yaml", file_125, sizeof file_125},
  {"england/kinds/action-plan.yaml", file_126, sizeof file_126},
  {"england/kinds/child-poverty-strategy.yaml", file_127, sizeof file_127},
  {"england/kinds/common.yaml", file_128, sizeof file_128},
  {"england/kinds/community-safety-agreement.yaml", file_129, sizeof file_129},
  {"england/kinds/economic-assessment.yaml", file_130, sizeof file_130},
  {"england/kinds/joint-strategic-needs-assessment.yaml", file_131, sizeof file_131},
  {"england/kinds/local-area-agreement.yaml", file_132, sizeof file_132},
  {"england/kinds/local-development-document.yaml", file_133, sizeof file_133},
  {"england/kinds/local-strategic-partnership.yaml", file_134, sizeof file_134},
  {"england/kinds/memorandum.yaml", file_135, sizeof file_135},
  {"england/kinds/multi-area-agreement.yaml", file_136, sizeof file_136},
  {"england/kinds/partnership-plan.yaml", file_137, sizeof file_137},
  {"england/kinds/pooled-fund.yaml", file_138, sizeof file_138},
  {"england/kinds/revision-proposal.yaml", file_139, sizeof file_139},
  {"england/kinds/scrutiny-report.yaml", file_140, sizeof file_140},
  {"england/kinds/strategic-assessment.yaml", file_141, sizeof file_141},
  {"england/kinds/sustainable-community-strategy.yaml", file_142, sizeof file_142},
  {"england/multi-area/maa-cross-boundary-purpose.yaml", file_143, sizeof file_143},
  {"england/multi-area/maa-district-covered-not-party.yaml", file_144, sizeof file_144},
  {"england/multi-area/maa-draft-contents.yaml", file_145, sizeof file_145},
  {"england/multi-area/maa-existing-submission.yaml", file_146, sizeof file_146},
  {"england/multi-area/maa-has-improvement-targets.yaml", file_147, sizeof file_147},
  {"england/multi-area/maa-laa-values-differ.yaml", file_148, sizeof file_148},
  {"england/multi-area/maa-pre-statutory-claim.yaml", file_149, sizeof file_149},
  {"england/multi-area/maa-rejected-then-redirected.yaml", file_150, sizeof file_150},
  {"england/multi-area/maa-request-contents.yaml", file_151, sizeof file_151},
  {"england/multi-area/maa-request-parties.yaml", file_152, sizeof file_152},
  {"england/multi-area/maa-responsible-authority.yaml", file_153, sizeof file_153},
  {"england/multi-area/maa-revision-items.yaml", file_154, sizeof file_154},
  {"england/multi-area/maa-target-consent.yaml", file_155, sizeof file_155},
  {"england/multi-area/maa-two-authorities.yaml", file_156, sizeof file_156},
  {"england/pack.yaml", file_157, sizeof file_157},
  {"england/parameters/agreement_term_years.yaml", file_158, sizeof file_158},
  {"england/parameters/agreement_years.yaml", file_159, sizeof file_159},
  {"england/parameters/designated_targets_maximum.yaml", file_160, sizeof file_160},
  {"england/parameters/designation_window_months.yaml", file_161, sizeof file_161},
  {"england/parameters/district_figures_tolerance.yaml", file_162, sizeof file_162},
  {"england/parameters/district_gap_ratio.yaml", file_163, sizeof file_163},
  {"england/parameters/district_scrutiny_response_months.yaml", file_164, sizeof file_164},
  {"england/parameters/evidence_age_years.yaml", file_165, sizeof file_165},
  {"england/parameters/general_revocation_day.yaml", file_166, sizeof file_166},
  {"england/parameters/national_indicators_count.yaml", file_167, sizeof file_167},
  {"england/parameters/place_survey_years.yaml", file_168, sizeof file_168},
  {"england/parameters/scrutiny_response_months.yaml", file_169, sizeof file_169},
  {"england/parameters/standstill_months.yaml", file_170, sizeof file_170},
  {"england/parameters/statutory_education_indicators.yaml", file_171, sizeof file_171},
  {"england/parameters/statutory_education_targets_count.yaml", file_172, sizeof file_172},
  {"england/parameters/strategy_review_years.yaml", file_173, sizeof file_173},
  {"england/provisions/audit-commission-2005.yaml", file_174, sizeof file_174},
  {"england/provisions/audit-commission-2007.yaml", file_175, sizeof file_175},
  {"england/provisions/audit-commission-2009.yaml", file_176, sizeof file_176},
  {"england/provisions/cda-1998.yaml", file_177, sizeof file_177},
  {"england/provisions/child-poverty-act-2010.yaml", file_178, sizeof file_178},
  {"england/provisions/children-act-2004.yaml", file_179, sizeof file_179},
  {"england/provisions/clg-papers.yaml", file_180, sizeof file_180},
  {"england/provisions/council-papers.yaml", file_181, sizeof file_181},
  {"england/provisions/deregulation-act-2015.yaml", file_182, sizeof file_182},
  {"england/provisions/gla-act-1999.yaml", file_183, sizeof file_183},
  {"england/provisions/hc-written-answers.yaml", file_184, sizeof file_184},
  {"england/provisions/hc-written-statements.yaml", file_185, sizeof file_185},
  {"england/provisions/health-act-1999.yaml", file_186, sizeof file_186},
  {"england/provisions/hl-debates.yaml", file_187, sizeof file_187},
  {"england/provisions/ldedca-2009-notes.yaml", file_188, sizeof file_188},
  {"england/provisions/ldedca-2009.yaml", file_189, sizeof file_189},
  {"england/provisions/lga-1999.yaml", file_190, sizeof file_190},
  {"england/provisions/lga-2000.yaml", file_191, sizeof file_191},
  {"england/provisions/lgpiha-2007-notes.yaml", file_192, sizeof file_192},
  {"england/provisions/lgpiha-2007.yaml", file_193, sizeof file_193},
  {"england/provisions/negotiating-new-laas-2007.yaml", file_194, sizeof file_194},
  {"england/provisions/nhs-act-2006.yaml", file_195, sizeof file_195},
  {"england/provisions/odpm-consultation-2005-report.yaml", file_196, sizeof file_196},
  {"england/provisions/operational-guidance-2007.yaml", file_197, sizeof file_197},
  {"england/provisions/pack-policy.yaml", file_198, sizeof file_198},
  {"england/provisions/pcpa-2004.yaml", file_199, sizeof file_199},
  {"england/provisions/policing-and-crime-act-2009.yaml", file_200, sizeof file_200},
  {"england/provisions/practitioner-article-2008.yaml", file_201, sizeof file_201},
  {"england/provisions/secretary-of-state-2010.yaml", file_202, sizeof file_202},
  {"england/provisions/si-2000-2853.yaml", file_203, sizeof file_203},
  {"england/provisions/si-2000-617.yaml", file_204, sizeof file_204},
  {"england/provisions/si-2005-2450.yaml", file_205, sizeof file_205},
  {"england/provisions/si-2007-1415.yaml", file_206, sizeof file_206},
  {"england/provisions/si-2007-1830.yaml", file_207, sizeof file_207},
  {"england/provisions/si-2008-2113.yaml", file_208, sizeof file_208},
  {"england/provisions/si-2008-3068.yaml", file_209, sizeof file_209},
  {"england/provisions/si-2008-516.yaml", file_210, sizeof file_210},
  {"england/provisions/si-2009-1919.yaml", file_211, sizeof file_211},
  {"england/provisions/si-2009-3318.yaml", file_212, sizeof file_212},
  {"england/provisions/si-2010-591.yaml", file_213, sizeof file_213},
  {"england/provisions/statutory-guidance-2008.yaml", file_214, sizeof file_214},
  {"england/provisions/sustainable-communities-act-2007.yaml", file_215, sizeof file_215},
  {"england/provisions/white-paper-2001.yaml", file_216, sizeof file_216},
  {"england/quality/assessment-framework-date.yaml", file_217, sizeof file_217},
  {"england/quality/baseline-after-first-year.yaml", file_218, sizeof file_218},
  {"england/quality/body-name-anachronism.yaml", file_219, sizeof file_219},
  {"england/quality/citation-not-in-force.yaml", file_220, sizeof file_220},
  {"england/quality/consulted-body-anachronism.yaml", file_221, sizeof file_221},
  {"england/quality/contract-language.yaml", file_222, sizeof file_222},
  {"england/quality/data-source-and-frequency.yaml", file_223, sizeof file_223},
  {"england/quality/dates-out-of-order.yaml", file_224, sizeof file_224},
  {"england/quality/duplicate-id.yaml", file_225, sizeof file_225},
  {"england/quality/duplicate-target-id.yaml", file_226, sizeof file_226},
  {"england/quality/indicator-title-mismatch.yaml", file_227, sizeof file_227},
  {"england/quality/legislation-table-check.yaml", file_228, sizeof file_228},
  {"england/quality/member-body-anachronism.yaml", file_229, sizeof file_229},
  {"england/quality/partner-listed-twice.yaml", file_230, sizeof file_230},
  {"england/quality/percentage-out-of-range.yaml", file_231, sizeof file_231},
  {"england/quality/shared-data-agreement.yaml", file_232, sizeof file_232},
  {"england/quality/strategy-period-backwards.yaml", file_233, sizeof file_233},
  {"england/quality/submitted-before-direction.yaml", file_234, sizeof file_234},
  {"england/quality/target-added-before-approval.yaml", file_235, sizeof file_235},
  {"england/quality/undefined-abbreviation.yaml", file_236, sizeof file_236},
  {"england/quality/unit-and-polarity-declared.yaml", file_237, sizeof file_237},
  {"england/registers/authorities.yaml", file_238, sizeof file_238},
  {"england/registers/guidance.yaml", file_239, sizeof file_239},
  {"england/registers/indicators.yaml", file_240, sizeof file_240},
  {"england/registers/partner-authority-kinds.yaml", file_241, sizeof file_241},
  {"england/registers/partner-bodies.yaml", file_242, sizeof file_242},
  {"england/revision/added-target-change-in-standstill.yaml", file_243, sizeof file_243},
  {"england/revision/added-target-consents-incomplete.yaml", file_244, sizeof file_244},
  {"england/revision/consent-not-renewed-on-amendment.yaml", file_245, sizeof file_245},
  {"england/revision/designated-after-general-revocation.yaml", file_246, sizeof file_246},
  {"england/revision/designated-changed-without-revision.yaml", file_247, sizeof file_247},
  {"england/revision/designated-not-in-agreement.yaml", file_248, sizeof file_248},
  {"england/revision/designation-lost-on-change.yaml", file_249, sizeof file_249},
  {"england/revision/designation-notice.yaml", file_250, sizeof file_250},
  {"england/revision/designation-window-after-revision.yaml", file_251, sizeof file_251},
  {"england/revision/designation-window.yaml", file_252, sizeof file_252},
  {"england/revision/directed-revision-late.yaml", file_253, sizeof file_253},
  {"england/revision/executive-changed-alone.yaml", file_254, sizeof file_254},
  {"england/revision/local-change-in-standstill.yaml", file_255, sizeof file_255},
  {"england/revision/local-change-without-consulting-others.yaml", file_256, sizeof file_256},
  {"england/revision/local-change-without-partner-consent.yaml", file_257, sizeof file_257},
  {"england/revision/memorandum-contents.yaml", file_258, sizeof file_258},
  {"england/revision/memorandum-directed-form.yaml", file_259, sizeof file_259},
  {"england/revision/memorandum-event-unrecorded.yaml", file_260, sizeof file_260},
  {"england/revision/memorandum-have-regard-list-wrong.yaml", file_261, sizeof file_261},
  {"england/revision/memorandum-missing-for-event.yaml", file_262, sizeof file_262},
  {"england/revision/modification-of-voluntary-revision.yaml", file_263, sizeof file_263},
  {"england/revision/refresh-calendar.yaml", file_264, sizeof file_264},
  {"england/revision/refresh-reason-compelling.yaml", file_265, sizeof file_265},
  {"england/revision/revision-addition-persons.yaml", file_266, sizeof file_266},
  {"england/revision/revision-applied-before-approval.yaml", file_267, sizeof file_267},
  {"england/revision/revision-change-consenters.yaml", file_268, sizeof file_268},
  {"england/revision/revision-cooperation.yaml", file_269, sizeof file_269},
  {"england/revision/revision-outside-laa-period.yaml", file_270, sizeof file_270},
  {"england/revision/revision-partner-consultation.yaml", file_271, sizeof file_271},
  {"england/revision/revision-proposal-scope.yaml", file_272, sizeof file_272},
  {"england/revision/revoked-still-designated.yaml", file_273, sizeof file_273},
  {"england/revision/target-added-without-route.yaml", file_274, sizeof file_274},
  {"england/routes.yaml", file_275, sizeof file_275},
  {"england/statutory/approval-notice-in-writing.yaml", file_276, sizeof file_276},
  {"england/statutory/consult-each-partner-authority.yaml", file_277, sizeof file_277},
  {"england/statutory/consult-third-sector-and-business.yaml", file_278, sizeof file_278},
  {"england/statutory/contribution-not-stated.yaml", file_279, sizeof file_279},
  {"england/statutory/cooperation-recorded-per-target.yaml", file_280, sizeof file_280},
  {"england/statutory/county-fire-not-separate.yaml", file_281, sizeof file_281},
  {"england/statutory/direction-missing.yaml", file_282, sizeof file_282},
  {"england/statutory/economic-assessment-authority.yaml", file_283, sizeof file_283},
  {"england/statutory/effect-differs-from-approved-draft.yaml", file_284, sizeof file_284},
  {"england/statutory/full-council-approval-before-submission.yaml", file_285, sizeof file_285},
  {"england/statutory/hospital-trust-nexus.yaml", file_286, sizeof file_286},
  {"england/statutory/in-effect-before-approval.yaml", file_287, sizeof file_287},
  {"england/statutory/jsna-cooperation-and-guidance.yaml", file_288, sizeof file_288},
  {"england/statutory/jsna-exists.yaml", file_289, sizeof file_289},
  {"england/statutory/jsna-joint-preparers.yaml", file_290, sizeof file_290},
  {"england/statutory/jsna-predecessor-county-consulted.yaml", file_291, sizeof file_291},
  {"england/statutory/jsna-published.yaml", file_292, sizeof file_292},
  {"england/statutory/jsna-relevant-need-test.yaml", file_293, sizeof file_293},
  {"england/statutory/laa-period-stated.yaml", file_294, sizeof file_294},
  {"england/statutory/laa-targets-present.yaml", file_295, sizeof file_295},
  {"england/statutory/partner-authority-misclassified.yaml", file_296, sizeof file_296},
  {"england/statutory/partner-authority-out-of-date.yaml", file_297, sizeof file_297},
  {"england/statutory/partner-register-complete.yaml", file_298, sizeof file_298},
  {"england/statutory/pre-statutory-laa-skip.yaml", file_299, sizeof file_299},
  {"england/statutory/predecessor-county-as-partner.yaml", file_300, sizeof file_300},
  {"england/statutory/regard-to-community-strategy.yaml", file_301, sizeof file_301},
  {"england/statutory/regard-to-guidance.yaml", file_302, sizeof file_302},
  {"england/statutory/relates-to-without-consent.yaml", file_303, sizeof file_303},
  {"england/statutory/responsible-authority-kind.yaml", file_304, sizeof file_304},
  {"england/statutory/resubmission-after-modification.yaml", file_305, sizeof file_305},
  {"england/statutory/revision-consults-third-sector-and-business.yaml", file_306, sizeof file_306},
  {"england/statutory/revision-regard-to-community-strategy.yaml", file_307, sizeof file_307},
  {"england/statutory/revision-regard-to-guidance.yaml", file_308, sizeof file_308},
  {"england/statutory/secretary-of-state-function-limit.yaml", file_309, sizeof file_309},
  {"england/statutory/shadow-council-predecessor-strategies.yaml", file_310, sizeof file_310},
  {"england/statutory/strategy-adopted-by-full-council.yaml", file_311, sizeof file_311},
  {"england/statutory/submitted-after-directed-date.yaml", file_312, sizeof file_312},
  {"england/statutory/target-no-qualifying-person.yaml", file_313, sizeof file_313},
  {"england/statutory/target-persons-specified.yaml", file_314, sizeof file_314},
  {"england/statutory/target-wellbeing-dimension.yaml", file_315, sizeof file_315},
  {"england/statutory/three-year-term.yaml", file_316, sizeof file_316},
  {"england/statutory/transitional-direction-flag.yaml", file_317, sizeof file_317},
  {"england/strategy/action-plan-takes-in-laa.yaml", file_318, sizeof file_318},
  {"england/strategy/district-scs-consultation.yaml", file_319, sizeof file_319},
  {"england/strategy/legal-duty-holder-misnamed.yaml", file_320, sizeof file_320},
  {"england/strategy/london-mayor-strategies.yaml", file_321, sizeof file_321},
  {"england/strategy/scs-baseline-and-evidence.yaml", file_322, sizeof file_322},
  {"england/strategy/scs-child-poverty.yaml", file_323, sizeof file_323},
  {"england/strategy/scs-cross-cutting-issues.yaml", file_324, sizeof file_324},
  {"england/strategy/scs-exists-every-authority.yaml", file_325, sizeof file_325},
  {"england/strategy/scs-four-ingredients.yaml", file_326, sizeof file_326},
  {"england/strategy/scs-ldf-relationship.yaml", file_327, sizeof file_327},
  {"england/strategy/scs-name.yaml", file_328, sizeof file_328},
  {"england/strategy/scs-older-than-laa-cycle.yaml", file_329, sizeof file_329},
  {"england/strategy/scs-partner-authorities.yaml", file_330, sizeof file_330},
  {"england/strategy/scs-regard-guidance.yaml", file_331, sizeof file_331},
  {"england/strategy/scs-regional-links.yaml", file_332, sizeof file_332},
  {"england/strategy/scs-three-strands-and-sustainability.yaml", file_333, sizeof file_333},
  {"england/strategy/scs-through-lsp.yaml", file_334, sizeof file_334},
  {"england/strategy/wellbeing-power-cites-scs.yaml", file_335, sizeof file_335},
  {"england/targets/baseline-present.yaml", file_336, sizeof file_336},
  {"england/targets/designated-from-national-set.yaml", file_337, sizeof file_337},
  {"england/targets/designated-max-35.yaml", file_338, sizeof file_338},
  {"england/targets/duplicate-indicator.yaml", file_339, sizeof file_339},
  {"england/targets/education-targets-not-in-35.yaml", file_340, sizeof file_340},
  {"england/targets/gap-target.yaml", file_341, sizeof file_341},
  {"england/targets/government-agreement-recorded.yaml", file_342, sizeof file_342},
  {"england/targets/lead-partner-named.yaml", file_343, sizeof file_343},
  {"england/targets/local-target-duty-denied.yaml", file_344, sizeof file_344},
  {"england/targets/local-target-marking.yaml", file_345, sizeof file_345},
  {"england/targets/local-targets-monitored.yaml", file_346, sizeof file_346},
  {"england/targets/maa-target-not-an-improvement.yaml", file_347, sizeof file_347},
  {"england/targets/mandatory-choice-claim.yaml", file_348, sizeof file_348},
  {"england/targets/more-than-198-claim.yaml", file_349, sizeof file_349},
  {"england/targets/national-indicator-not-yet-available.yaml", file_350, sizeof file_350},
  {"england/targets/national-indicator-number-valid.yaml", file_351, sizeof file_351},
  {"england/targets/placeholder-has-reason-and-date.yaml", file_352, sizeof file_352},
  {"england/targets/placeholder-left-after-refresh.yaml", file_353, sizeof file_353},
  {"england/targets/priority-without-delivery-plan.yaml", file_354, sizeof file_354},
  {"england/targets/process-not-outcome.yaml", file_355, sizeof file_355},
  {"england/targets/scs-priority-without-target.yaml", file_356, sizeof file_356},
  {"england/targets/selection-rationale-missing.yaml", file_357, sizeof file_357},
  {"england/targets/single-owner-cross-cutting.yaml", file_358, sizeof file_358},
  {"england/targets/statutory-education-sixteen.yaml", file_359, sizeof file_359},
  {"england/targets/stretch-target-missing.yaml", file_360, sizeof file_360},
  {"england/targets/stretch-target-without-consent-path.yaml", file_361, sizeof file_361},
  {"england/targets/survey-change-too-small.yaml", file_362, sizeof file_362},
  {"england/targets/survey-indicator-yearly-values.yaml", file_363, sizeof file_363},
  {"england/targets/target-date-outside-period.yaml", file_364, sizeof file_364},
  {"england/targets/target-not-an-improvement.yaml", file_365, sizeof file_365},
  {"england/targets/target-without-scs-priority.yaml", file_366, sizeof file_366},
  {"england/targets/theme-without-target.yaml", file_367, sizeof file_367},
  {"england/targets/three-yearly-values.yaml", file_368, sizeof file_368},
  {"england/targets/trajectory-goes-backwards.yaml", file_369, sizeof file_369},
  {"formats/authorities.yaml", file_370, sizeof file_370},
  {"formats/configuration.yaml", file_371, sizeof file_371},
  {"formats/guidance.yaml", file_372, sizeof file_372},
  {"formats/indicators.yaml", file_373, sizeof file_373},
  {"formats/pack.yaml", file_374, sizeof file_374},
  {"formats/parameters.yaml", file_375, sizeof file_375},
  {"formats/partner-authority-kinds.yaml", file_376, sizeof file_376},
  {"formats/partner-bodies.yaml", file_377, sizeof file_377},
  {"formats/provisions.yaml", file_378, sizeof file_378},
  {"formats/routes.yaml", file_379, sizeof file_379},
  {"formats/rule.yaml", file_380, sizeof file_380},
  {0, 0, 0},
};

const struct concordat_embedded_file *const concordat_embedded_files = files;
